package io.deco.autoconfigure;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Gives a task a security context of its own, so that a task that signs in or out changes
 * neither its caller's nor another task's.
 */
final class ClonedSecurityContextAccessor implements ThreadLocalAccessor<SecurityContext> {

	/** The key of Spring Security's own accessor, which this one replaces. */
	private static final String KEY = SecurityContext.class.getName();

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable SecurityContext getValue() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null) {
			return null;
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		return context;
	}

	@Override
	public void setValue(SecurityContext value) {
		SecurityContextHolder.setContext(value);
	}

	@Override
	public void setValue() {
		SecurityContextHolder.clearContext();
	}

}
