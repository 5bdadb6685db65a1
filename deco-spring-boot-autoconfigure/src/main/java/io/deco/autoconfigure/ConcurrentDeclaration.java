package io.deco.autoconfigure;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * What an annotation says about a method.
 *
 * @param method the method as the bean implements it
 * @param pool the name of the pool, empty for the default pool
 * @param timeout the limit of one call as it is written, empty for none
 */
record ConcurrentDeclaration(Method method, String pool, String timeout) {

	/**
	 * Whether the method returns a future, so that its callers need not be woven.
	 * @return whether calls are submitted and their future is returned
	 */
	boolean returnsFuture() {
		return returnsFuture(this.method);
	}

	static boolean returnsFuture(Method method) {
		Class<?> type = method.getReturnType();
		return type == CompletableFuture.class || type == CompletionStage.class || type == Future.class;
	}

	/**
	 * Returns the name by which messages call the method.
	 * @return the method as {@code com.example.Quotes.quote}
	 */
	String qualifiedName() {
		return this.method.getDeclaringClass().getName() + "." + this.method.getName();
	}

	/**
	 * Returns the method with its parameters.
	 * @return the method as {@code com.example.Quotes.quote(Item)}
	 */
	String signature() {
		return qualifiedName() + Arrays.stream(this.method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

}
