package io.deco.autoconfigure;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;

import io.deco.runtime.ForkSite;
import io.deco.runtime.Task;
import io.deco.runtime.TaskScope;
import io.deco.runtime.WovenCalls;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Does what a woven method does: opens a scope, forks calls, and awaits them.
 */
final class WovenCaller implements AutoCloseable {

	static final String NAME = "com.example.Carts.price";

	private final TaskScope scope = WovenCalls.open(null, NAME);

	/**
	 * Forks one call and awaits it, without claiming it.
	 */
	static @Nullable Object call(Object receiver, Class<?> type, String method, @Nullable Object... arguments) {
		try (WovenCaller caller = new WovenCaller()) {
			return caller.awaitUnclaimed(caller.fork(receiver, type, method, arguments));
		}
	}

	/**
	 * Runs a method with the exits that the weaver gives it.
	 */
	static @Nullable Object invoke(Body body) throws Throwable {
		WovenCaller caller = new WovenCaller();
		Object result;
		try {
			result = caller.await(body.run(caller));
			caller.close();
		}
		catch (Throwable ex) {
			throw WovenCalls.abort(caller.scope, ex);
		}
		return result;
	}

	/**
	 * Forks a call.
	 * @param receiver the target of the call
	 * @param type the static type of the target
	 * @param method the name of the method, which is not overloaded
	 */
	@Nullable Object fork(Object receiver, Class<?> type, String method, @Nullable Object... arguments) {
		Method called = Arrays.stream(type.getDeclaredMethods())
			.filter((each) -> each.getName().equals(method) && !each.isBridge())
			.findFirst()
			.orElseThrow();
		String descriptor = MethodType.methodType(called.getReturnType(), called.getParameterTypes())
			.toMethodDescriptorString();
		return WovenCalls.fork(this.scope, new ForkSite(0, type.getName(), method, descriptor, NAME, "Carts.java", 12,
				0, false, false, handle(called)), receiver, arguments);
	}

	private static MethodHandle handle(Method method) {
		try {
			return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
				.unreflect(method)
				.asSpreader(Object[].class, method.getParameterCount())
				.asType(MethodType.methodType(Object.class, Object.class, Object[].class));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	@Nullable Object await(@Nullable Object carried) {
		return WovenCalls.await(this.scope, carried);
	}

	/**
	 * Awaits a task that a pool runs: who waits at once may run it instead.
	 */
	@Nullable Object awaitUnclaimed(@Nullable Object carried) {
		if (carried instanceof Task<?> task) {
			Awaitility.await().dontCatchUncaughtExceptions().until(task::isDone);
		}
		return await(carried);
	}

	@Override
	public void close() {
		WovenCalls.close(this.scope);
	}

	/**
	 * The body of a woven method.
	 */
	@FunctionalInterface
	interface Body {

		@Nullable Object run(WovenCaller caller) throws Throwable;

	}

}
