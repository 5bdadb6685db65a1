package io.deco.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Plays a woven method: has a scope, and forks calls on a concurrent bean.
 */
final class WovenMethod {

	static final String CALLER = "com.example.Carts.price";

	private static final MethodHandle ON = handle();

	private static final Map<String, WriteSite> WRITE_SITES = new ConcurrentHashMap<>();

	final Object bean = new Object();

	final TaskScope scope = WovenCalls.open(this, CALLER);

	private String result = "Ljava/lang/Object;";

	WovenMethod(Executor executor) {
		this(new Concurrency(executor));
	}

	WovenMethod(ConcurrentMethod method) {
		ConcurrentBeans.register(this.bean, (name, descriptor) -> method);
	}

	/**
	 * Runs a method with the exits that the weaver gives it.
	 */
	static @Nullable Object invoke(ConcurrentMethod method, Body body) {
		WovenMethod woven = new WovenMethod(method);
		Object returned;
		try {
			returned = woven.await(body.run(woven));
			WovenCalls.close(woven.scope);
		}
		catch (Throwable ex) {
			throw Thrown.asIs(WovenCalls.abort(woven.scope, ex));
		}
		return returned;
	}

	static @Nullable Object invoke(Executor executor, Body body) {
		return invoke(new Concurrency(executor), body);
	}

	/**
	 * The calls forked from now on declare that they return something else.
	 */
	WovenMethod returning(String descriptor) {
		this.result = descriptor;
		return this;
	}

	WovenMethod returningStrings() {
		return returning("Ljava/lang/String;");
	}

	@Nullable Object fork(int site, Call call, @Nullable Object... arguments) {
		return WovenCalls.fork(this.scope, site(site, 0, call), this.bean, arguments);
	}

	@Nullable Object forkModifying(int site, Call call, @Nullable Object... arguments) {
		return WovenCalls.fork(this.scope, site(site, -1, call), this.bean, arguments);
	}

	/**
	 * Forks a call that modifies what is only reached through its arguments.
	 */
	@Nullable Object forkModifyingParts(int site, Call call, @Nullable Object... arguments) {
		return WovenCalls.fork(this.scope, site(site, 0, true, call), this.bean, arguments);
	}

	@Nullable Object forkOn(@Nullable Object receiver, int site, Call call, @Nullable Object... arguments) {
		return WovenCalls.fork(this.scope, site(site, 0, call), receiver, arguments);
	}

	ForkSite site(int index, long modified, Call call) {
		return site(index, modified, false, call);
	}

	private ForkSite site(int index, long modified, boolean modifiesParts, Call call) {
		return new ForkSite(index, "com.example.Quotes", "quote", "()" + this.result, CALLER, "Carts.java", 10 + index,
				modified, modifiesParts, false, ON.bindTo(call));
	}

	@Nullable Object await(@Nullable Object carried) {
		return WovenCalls.await(this.scope, carried);
	}

	void awaitAll() {
		WovenCalls.awaitAll(this.scope);
	}

	void write(Object target, String field, @Nullable Object carried) {
		WovenCalls.write(this.scope, writeSite(target.getClass(), field), target, carried);
	}

	void writeStatic(Class<?> owner, String field, @Nullable Object carried) {
		WovenCalls.write(this.scope, writeSite(owner, field), null, carried);
	}

	static WriteSite writeSite(Class<?> owner, String name) {
		return WRITE_SITES.computeIfAbsent(owner.getName() + "." + name, (key) -> {
			try {
				Field field = owner.getDeclaredField(name);
				MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
				return new WriteSite(owner.getName(), name, CALLER, "Carts.java", 1,
						FieldWrite.adapt(lookup.unreflectSetter(field), Modifier.isStatic(field.getModifiers())));
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalArgumentException(ex);
			}
		});
	}

	private static MethodHandle handle() {
		try {
			return MethodHandles.lookup()
				.findVirtual(Call.class, "on", MethodType.methodType(Object.class, Object.class, Object[].class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A concurrent call.
	 */
	@FunctionalInterface
	interface Call {

		@Nullable Object with(@Nullable Object... arguments) throws Throwable;

		default @Nullable Object on(@Nullable Object receiver, @Nullable Object[] arguments) throws Throwable {
			return with(arguments);
		}

	}

	/**
	 * The body of a woven method.
	 */
	@FunctionalInterface
	interface Body {

		@Nullable Object run(WovenMethod woven) throws Throwable;

	}

}
