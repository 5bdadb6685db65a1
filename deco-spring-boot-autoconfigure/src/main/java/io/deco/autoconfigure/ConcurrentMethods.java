package io.deco.autoconfigure;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.deco.Concurrent;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The concurrent methods of a class, under each name and descriptor by which byte code
 * may call them: its own, those of bridge methods and those of interfaces.
 * <p>
 * The annotation is looked for on the method as the class implements it, then on what it
 * overrides, then on the type that declares the implementation, then on the interface
 * that declares the called method. On a type it holds for public methods. A method that
 * the build declared concurrent needs no annotation.
 */
final class ConcurrentMethods {

	private static final ConcurrentMethods NONE = new ConcurrentMethods(Map.of());

	private static final ClassValue<ConcurrentMethods> CACHE = new ClassValue<>() {
		@Override
		protected ConcurrentMethods computeValue(Class<?> type) {
			return analyze(type);
		}
	};

	private final Map<String, Map<String, ConcurrentDeclaration>> declarations;

	private ConcurrentMethods(Map<String, Map<String, ConcurrentDeclaration>> declarations) {
		this.declarations = declarations;
	}

	/**
	 * Finds the concurrent methods of a class.
	 * @param type the class of a bean, or of a proxy without a target
	 * @return its concurrent methods
	 */
	static ConcurrentMethods of(Class<?> type) {
		return CACHE.get(ClassUtils.getUserClass(type));
	}

	boolean isEmpty() {
		return this.declarations.isEmpty();
	}

	/**
	 * Finds what is declared for a call.
	 * @param method the called method
	 * @return its declaration, {@code null} if it is not concurrent
	 */
	@Nullable ConcurrentDeclaration find(Method method) {
		return this.declarations.getOrDefault(method.getName(), Map.of()).get(descriptor(method));
	}

	Collection<ConcurrentDeclaration> all() {
		Set<ConcurrentDeclaration> all = new LinkedHashSet<>();
		this.declarations.values().forEach((overloads) -> all.addAll(overloads.values()));
		return all;
	}

	/**
	 * Turns each declaration into something else.
	 * @param <T> what a declaration becomes
	 * @param mapping makes it; a declaration for which it returns {@code null} is left
	 * out
	 * @return by name and descriptor
	 */
	<T> Map<String, Map<String, T>> map(Function<ConcurrentDeclaration, @Nullable T> mapping) {
		Map<String, Map<String, T>> mapped = new HashMap<>();
		Map<ConcurrentDeclaration, @Nullable T> values = new HashMap<>();
		this.declarations.forEach((name, overloads) -> overloads.forEach((descriptor, declaration) -> {
			if (!values.containsKey(declaration)) {
				values.put(declaration, mapping.apply(declaration));
			}
			T value = values.get(declaration);
			if (value != null) {
				mapped.computeIfAbsent(name, (key) -> new HashMap<>()).put(descriptor, value);
			}
		}));
		return mapped;
	}

	private static ConcurrentMethods analyze(Class<?> type) {
		Set<Class<?>> types = hierarchy(type);
		ListedMethods listed = ListedMethods.of(type);
		if (types.stream().noneMatch((each) -> mentionsConcurrent(each) || listed.containsType(each))) {
			return NONE;
		}
		Map<Method, ConcurrentDeclaration> implementations = new HashMap<>();
		forEachMethod(types, type, (method, implementation) -> {
			ConcurrentDeclaration declaration = declaration(method, implementation, listed);
			if (declaration != null) {
				implementations.putIfAbsent(implementation, declaration);
			}
		});
		Map<String, Map<String, ConcurrentDeclaration>> declarations = new HashMap<>();
		forEachMethod(types, type, (method, implementation) -> {
			ConcurrentDeclaration declaration = implementations.get(implementation);
			if (declaration != null) {
				declarations.computeIfAbsent(method.getName(), (name) -> new HashMap<>())
					.putIfAbsent(descriptor(method), declaration);
			}
		});
		return declarations.isEmpty() ? NONE : new ConcurrentMethods(declarations);
	}

	private static void forEachMethod(Set<Class<?>> types, Class<?> type, BiConsumer<Method, Method> action) {
		for (Class<?> declaring : types) {
			for (Method method : ReflectionUtils.getDeclaredMethods(declaring)) {
				action.accept(method, implementation(method, type));
			}
		}
	}

	private static Method implementation(Method method, Class<?> type) {
		if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())
				|| Proxy.isProxyClass(type)) {
			return method;
		}
		return AopUtils.getMostSpecificMethod(method, type);
	}

	/** Subclasses before superclasses, interfaces last. */
	private static Set<Class<?>> hierarchy(Class<?> type) {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Class<?> each = Proxy.isProxyClass(type) ? null : type; each != null
				&& each != Object.class; each = each.getSuperclass()) {
			types.add(each);
		}
		types.addAll(ClassUtils.getAllInterfacesForClassAsSet(type));
		return types;
	}

	/** Spares most beans the analysis of each of their methods. */
	private static boolean mentionsConcurrent(Class<?> type) {
		if (type.getName().startsWith("java.")) {
			return false;
		}
		if (AnnotatedElementUtils.isAnnotated(type, Concurrent.class)) {
			return true;
		}
		for (Method method : ReflectionUtils.getDeclaredMethods(type)) {
			if (method.getAnnotations().length > 0 && AnnotatedElementUtils.isAnnotated(method, Concurrent.class)) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable ConcurrentDeclaration declaration(Method method, Method implementation,
			ListedMethods listed) {
		Concurrent annotation = AnnotatedElementUtils.findMergedAnnotation(implementation, Concurrent.class);
		if (annotation == null) {
			annotation = AnnotatedElementUtils.findMergedAnnotation(method, Concurrent.class);
		}
		if (annotation == null && Modifier.isPublic(method.getModifiers()) && !ReflectionUtils.isObjectMethod(method)) {
			annotation = annotationOnType(implementation.getDeclaringClass());
			if (annotation == null) {
				annotation = annotationOnType(method.getDeclaringClass());
			}
		}
		if (annotation != null) {
			return new ConcurrentDeclaration(implementation, annotation.value(), annotation.timeout());
		}
		return (listed.contains(implementation, descriptor(implementation))
				|| listed.contains(method, descriptor(method))) ? new ConcurrentDeclaration(implementation, "", "")
						: null;
	}

	/** Of a class with its superclasses, by inheritance, but not of its interfaces. */
	private static @Nullable Concurrent annotationOnType(Class<?> type) {
		return AnnotatedElementUtils.getMergedAnnotation(type, Concurrent.class);
	}

	private static String descriptor(Method method) {
		return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString();
	}

}
