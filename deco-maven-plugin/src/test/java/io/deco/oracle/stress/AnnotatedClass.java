package io.deco.oracle.stress;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.Concurrent;
import io.deco.runtime.ConcurrentBean;
import io.deco.runtime.ConcurrentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Makes the objects of a class concurrent beans: for each method that carries the
 * annotation itself, however it was called.
 */
final class AnnotatedClass implements ConcurrentBean {

	private final Class<?> type;

	private final ConcurrentMethod method;

	private final Map<String, Boolean> known = new ConcurrentHashMap<>();

	AnnotatedClass(Class<?> type, ConcurrentMethod method) {
		this.type = type;
		this.method = method;
	}

	@Override
	public @Nullable ConcurrentMethod method(String name, String descriptor) {
		return this.known.computeIfAbsent(name + descriptor, (key) -> isConcurrent(name, descriptor)) ? this.method
				: null;
	}

	/**
	 * Looks for the method that runs: in the classes first, then in the interfaces.
	 */
	private boolean isConcurrent(String name, String descriptor) {
		Deque<Class<?>> open = new ArrayDeque<>();
		for (Class<?> each = this.type; each != null; each = each.getSuperclass()) {
			Method declared = find(each, name, descriptor);
			if (declared != null) {
				return declared.isAnnotationPresent(Concurrent.class);
			}
			open.addAll(List.of(each.getInterfaces()));
		}
		while (!open.isEmpty()) {
			Class<?> each = open.remove();
			Method declared = find(each, name, descriptor);
			if (declared != null && declared.isDefault()) {
				return declared.isAnnotationPresent(Concurrent.class);
			}
			open.addAll(List.of(each.getInterfaces()));
		}
		return false;
	}

	private static @Nullable Method find(Class<?> type, String name, String descriptor) {
		for (Method method : type.getDeclaredMethods()) {
			if (method.getName().equals(name)
					&& MethodType.methodType(method.getReturnType(), method.getParameterTypes())
						.descriptorString()
						.equals(descriptor)) {
				return method;
			}
		}
		return null;
	}

}
