package io.deco.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * Makes the call sites that woven code would have.
 */
final class Calls {

	private Calls() {
	}

	/**
	 * Makes the site of a concurrent call.
	 * @param index its number
	 * @param call what is called
	 * @return the site
	 */
	static ForkSite site(int index, Call call) {
		return new ForkSite(index, "Quotes", "quote", "()Ljava/lang/Object;", "Carts.price", "Carts.java", index, 0,
				false, false,
				handle(Call.class, "on", MethodType.methodType(Object.class, Object.class, Object[].class))
					.bindTo(call));
	}

	/**
	 * Makes the site of a write to {@link Target#value}.
	 * @return the site
	 */
	static WriteSite write() {
		MethodHandle setter = handle(Target.class, "set", MethodType.methodType(void.class, Object.class));
		return new WriteSite(Target.class.getName(), "value", "Carts.price", "Carts.java", 1,
				FieldWrite.adapt(setter, false));
	}

	/**
	 * Makes the site of a computation, of something that cannot change.
	 * @param index its number
	 * @param computation what is computed, without a receiver
	 * @return the site
	 */
	static ComputationSite computation(int index, Call computation) {
		MethodHandle call = handle(Call.class, "on", MethodType.methodType(Object.class, Object.class, Object[].class));
		return new ComputationSite(index, true,
				MethodHandles.insertArguments(call.bindTo(computation), 0, new @Nullable Object[] { null }));
	}

	private static MethodHandle handle(Class<?> type, String method, MethodType signature) {
		try {
			return MethodHandles.lookup().findVirtual(type, method, signature);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a concurrent method does.
	 */
	@FunctionalInterface
	interface Call {

		@Nullable Object on(@Nullable Object receiver, @Nullable Object[] arguments) throws Throwable;

	}

	/**
	 * An object with a field that is read and written without any order of its own.
	 */
	static final class Target {

		@Nullable Object value;

		void set(@Nullable Object value) {
			this.value = value;
		}

	}

}
