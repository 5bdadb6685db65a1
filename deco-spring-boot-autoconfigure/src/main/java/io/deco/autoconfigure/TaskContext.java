package io.deco.autoconfigure;

import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;

import org.springframework.context.i18n.LocaleContextThreadLocalAccessor;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestAttributesThreadLocalAccessor;

/**
 * Carries the context of a forking thread to the thread that runs the task: what the
 * application has registered (observations among it), and the contexts that nobody
 * registers by default. A task sees nothing of what its thread held before.
 */
final class TaskContext {

	private final ContextSnapshotFactory registered;

	private final ContextSnapshotFactory own;

	/**
	 * Creates what carries context.
	 * @param requestAttributes whether a task sees the web request of its caller
	 */
	TaskContext(boolean requestAttributes) {
		ContextRegistry registry = ownRegistry(requestAttributes);
		Set<Object> keys = registry.getThreadLocalAccessors()
			.stream()
			.map(ThreadLocalAccessor::key)
			.collect(Collectors.toSet());
		this.own = ContextSnapshotFactory.builder().contextRegistry(registry).clearMissing(true).build();
		this.registered = ContextSnapshotFactory.builder()
			.captureKeyPredicate((key) -> !keys.contains(key))
			.clearMissing(true)
			.build();
	}

	private static ContextRegistry ownRegistry(boolean requestAttributes) {
		ContextRegistry registry = new ContextRegistry();
		registry.registerThreadLocalAccessor(new LocaleContextThreadLocalAccessor());
		if (isPresent("org.slf4j.MDC")) {
			registry.registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
		}
		if (requestAttributes && isPresent("jakarta.servlet.ServletRequest")
				&& isPresent("org.springframework.web.context.request.RequestContextHolder")) {
			registry.registerThreadLocalAccessor(new RequestAttributesThreadLocalAccessor());
		}
		if (isPresent("org.springframework.security.core.context.SecurityContextHolder")) {
			registry.registerThreadLocalAccessor(new ClonedSecurityContextAccessor());
		}
		return registry;
	}

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, TaskContext.class.getClassLoader());
	}

	/**
	 * Captures the context of the calling thread.
	 * @param task the task
	 * @return the task with the context around it
	 */
	Runnable propagate(Runnable task) {
		return this.registered.captureAll().wrap(this.own.captureAll().wrap(task));
	}

}
