package io.deco.oracle;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;

import io.deco.Concurrent;
import io.deco.runtime.ConcurrentBean;
import io.deco.runtime.ConcurrentMethod;
import io.deco.runtime.Grain;
import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Finds the concurrent methods of a class by their annotations, as a container does.
 */
public final class AnnotatedBean implements ConcurrentBean {

	private final Set<String> concurrent = new LinkedHashSet<>();

	private final ConcurrentMethod method;

	/**
	 * Finds the concurrent methods of a class.
	 * @param type the class
	 * @param executor what runs them
	 * @param backend decides where the next call runs
	 */
	public AnnotatedBean(Class<?> type, Executor executor, Backend backend) {
		this(type, executor, backend, TaskListener.NONE);
	}

	public AnnotatedBean(Class<?> type, Executor executor, Backend backend, TaskListener listener) {
		Set<Class<?>> types = new LinkedHashSet<>();
		collect(type, types);
		types.forEach(this::addConcurrentMethods);
		this.method = new ConcurrentMethod() {
			@Override
			public Executor executor() {
				return executor;
			}

			@Override
			public @Nullable String inlineReason() {
				return backend.inlineReason();
			}

			@Override
			public @Nullable Grain grain() {
				return backend.grain();
			}

			@Override
			public boolean takesInvitations() {
				return true;
			}

			@Override
			public TaskListener listener() {
				return listener;
			}
		};
	}

	private static void collect(@Nullable Class<?> type, Set<Class<?>> types) {
		if (type != null && types.add(type)) {
			collect(type.getSuperclass(), types);
			for (Class<?> parent : type.getInterfaces()) {
				collect(parent, types);
			}
		}
	}

	private void addConcurrentMethods(Class<?> type) {
		boolean all = type.isAnnotationPresent(Concurrent.class);
		for (Method method : type.getDeclaredMethods()) {
			if (method.isAnnotationPresent(Concurrent.class) || (all && Modifier.isPublic(method.getModifiers()))) {
				this.concurrent.add(key(method.getName(), method.getParameterCount()));
			}
		}
	}

	/**
	 * Types are left out, so that bridge methods and generic overridden ones are found.
	 */
	private static String key(String name, int parameters) {
		return name + "/" + parameters;
	}

	@Override
	public @Nullable ConcurrentMethod method(String name, String descriptor) {
		boolean found = this.concurrent.contains(key(name, Type.getArgumentTypes(descriptor).length));
		return found ? this.method : null;
	}

}
