package io.deco.autoconfigure;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.deco.runtime.ConcurrentBean;
import io.deco.runtime.ConcurrentBeans;
import io.deco.runtime.ConcurrentMethod;
import org.jspecify.annotations.Nullable;

/**
 * The bound concurrent methods of a bean.
 */
final class PooledBean implements ConcurrentBean {

	private volatile Map<String, Map<String, PooledMethod>> methods;

	PooledBean(Map<String, Map<String, PooledMethod>> methods) {
		this.methods = methods;
	}

	/**
	 * Leaves methods that return futures to their advice, which starts them itself and
	 * lets their caller have the future at once.
	 */
	@Override
	public @Nullable ConcurrentMethod method(String name, String descriptor) {
		PooledMethod method = find(name, descriptor);
		return (method != null && !method.declaration().returnsFuture()) ? method : null;
	}

	@Nullable PooledMethod find(Method method) {
		return find(method.getName(),
				MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString());
	}

	private @Nullable PooledMethod find(String name, String descriptor) {
		Map<String, PooledMethod> overloads = this.methods.get(name);
		return (overloads != null) ? overloads.get(descriptor) : null;
	}

	/**
	 * Lets go of the application, which the runtime would otherwise keep alive through
	 * this object. Later calls are made in place.
	 */
	void close() {
		this.methods = Map.of();
		ConcurrentBeans.changed();
	}

	Collection<PooledMethod> all() {
		Set<PooledMethod> all = new LinkedHashSet<>();
		this.methods.values().forEach((overloads) -> all.addAll(overloads.values()));
		return all;
	}

}
