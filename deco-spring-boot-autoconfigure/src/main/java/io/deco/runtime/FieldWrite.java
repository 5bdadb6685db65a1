package io.deco.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * A field write that waits for its value, or for what comes before it.
 */
final class FieldWrite extends PendingWrite {

	private final WriteSite site;

	private final @Nullable Object carried;

	FieldWrite(WriteSite site, @Nullable Object target, @Nullable Object carried) {
		super(target);
		this.site = site;
		this.carried = carried;
	}

	/**
	 * Whether a read of a field may see this write. The class that a read names may be a
	 * subclass of the one that declares the field, so names alone decide.
	 */
	@Override
	boolean isTo(String field) {
		return this.site.field().equals(field);
	}

	/**
	 * The place of the call whose result is written, for want of a number of its own.
	 */
	@Override
	int siteIndex() {
		return Pending.siteOf(this.carried);
	}

	@Override
	boolean canFail() {
		return false;
	}

	@Override
	boolean isSettled() {
		return Pending.isKnown(this.carried);
	}

	@Override
	void apply() throws Throwable {
		set(this.site, target(), Pending.valueOf(this.carried));
	}

	/**
	 * Writes a field. The setter of a static field takes a {@code Void} first, so that a
	 * {@code null} target of an instance field can be told from it.
	 */
	static void set(WriteSite site, @Nullable Object target, @Nullable Object value) throws Throwable {
		if (isStatic(site)) {
			site.setter().invoke((Void) null, value);
		}
		else {
			site.setter().invoke(target, value);
		}
	}

	/**
	 * Makes a setter of the right type from one that takes the target, unless the field
	 * is static and it does not care, and the value.
	 */
	static MethodHandle adapt(MethodHandle setter, boolean isStatic) {
		MethodHandle ofTwo = (setter.type().parameterCount() > 1) ? setter
				: MethodHandles.dropArguments(setter, 0, Object.class);
		Class<?> target = isStatic ? Void.class : Object.class;
		return ofTwo.asType(MethodType.methodType(void.class, target, Object.class));
	}

	static boolean isStatic(WriteSite site) {
		return site.setter().type().parameterType(0) == Void.class;
	}

	@Override
	public String toString() {
		return "write of %s.%s by %s(%s:%d)".formatted(this.site.owner(), this.site.field(), this.site.caller(),
				this.site.file(), this.site.line());
	}

}
