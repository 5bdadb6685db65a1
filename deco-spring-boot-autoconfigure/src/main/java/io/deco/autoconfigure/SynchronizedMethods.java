package io.deco.autoconfigure;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.deco.Synchronized;
import io.deco.runtime.Woven;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The methods of a class that the build was asked to weave, and what became of them.
 */
final class SynchronizedMethods {

	private static final ClassValue<List<SynchronizedMethod>> CACHE = new ClassValue<>() {
		@Override
		protected List<SynchronizedMethod> computeValue(Class<?> type) {
			return analyze(type);
		}
	};

	private SynchronizedMethods() {
	}

	/**
	 * Finds the methods.
	 * @param type the class of a bean
	 * @return the methods that it and its superclasses and interfaces declare
	 */
	static List<SynchronizedMethod> of(Class<?> type) {
		return CACHE.get(type);
	}

	private static List<SynchronizedMethod> analyze(Class<?> type) {
		List<SynchronizedMethod> methods = new ArrayList<>();
		for (Class<?> declaring : hierarchy(type)) {
			boolean all = declaring.isAnnotationPresent(Synchronized.class);
			Woven woven = declaring.getDeclaredAnnotation(Woven.class);
			for (Method method : ReflectionUtils.getDeclaredMethods(declaring)) {
				if (isMeant(method, all)) {
					methods.add(new SynchronizedMethod(declaring.getName(), method.getName(), woven != null,
							woven != null && !isSequential(woven, method)));
				}
			}
		}
		return List.copyOf(methods);
	}

	private static boolean isMeant(Method method, boolean all) {
		return !Modifier.isAbstract(method.getModifiers()) && !Modifier.isNative(method.getModifiers())
				&& !method.isSynthetic() && (all || method.isAnnotationPresent(Synchronized.class));
	}

	private static boolean isSequential(Woven woven, Method method) {
		String descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
			.toMethodDescriptorString();
		return Arrays.asList(woven.sequential()).contains(method.getName() + descriptor);
	}

	private static Set<Class<?>> hierarchy(Class<?> type) {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
			types.add(each);
		}
		types.addAll(ClassUtils.getAllInterfacesForClassAsSet(type));
		types.removeIf((each) -> each.getName().startsWith("java."));
		return types;
	}

}
