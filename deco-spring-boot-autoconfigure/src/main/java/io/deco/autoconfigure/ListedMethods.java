package io.deco.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * The methods that a build declared concurrent, since they cannot be annotated. The
 * weaver lists them, each as {@code com.acme.Legacy#find(J)Ljava/lang/String;}, in a file
 * that is packaged with the classes whose calls of them it wove.
 */
final class ListedMethods {

	static final String LOCATION = "META-INF/deco/concurrent-methods";

	private static final Map<ClassLoader, ListedMethods> CACHE = new ConcurrentReferenceHashMap<>();

	private final Set<String> methods = new HashSet<>();

	private final Set<String> types = new HashSet<>();

	private ListedMethods(ClassLoader loader) {
		try {
			for (URL list : Collections.list(loader.getResources(LOCATION))) {
				URLConnection connection = list.openConnection();
				connection.setUseCaches(false);
				try (InputStream stream = connection.getInputStream()) {
					new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
						.map(String::strip)
						.filter((line) -> line.indexOf('#') > 0)
						.forEach(this::add);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
	}

	private void add(String line) {
		this.methods.add(line);
		this.types.add(line.substring(0, line.indexOf('#')));
	}

	/**
	 * Returns the methods that are listed for an application.
	 * @param type a class of it, or of a library that it shares with others
	 * @return the methods
	 */
	static ListedMethods of(Class<?> type) {
		ClassLoader application = ClassUtils.getDefaultClassLoader();
		ClassLoader own = type.getClassLoader();
		// A library may be loaded above the application whose build lists its methods
		ClassLoader loader = (isAncestor(own, application) && application != null) ? application : own;
		return CACHE.computeIfAbsent((loader != null) ? loader : ClassLoader.getSystemClassLoader(),
				ListedMethods::new);
	}

	private static boolean isAncestor(@Nullable ClassLoader loader, @Nullable ClassLoader of) {
		for (ClassLoader each = of; each != null; each = each.getParent()) {
			if (each == loader) {
				return true;
			}
		}
		return loader == null;
	}

	boolean containsType(Class<?> type) {
		return this.types.contains(type.getName());
	}

	boolean contains(Method method, String descriptor) {
		return !this.methods.isEmpty()
				&& this.methods.contains(method.getDeclaringClass().getName() + '#' + method.getName() + descriptor);
	}

}
