package io.deco.analysis;

import org.objectweb.asm.Type;

/**
 * Skeleton: what a call may do that others could observe.
 */
public final class Effects {

	private final ClassIndex index;

	private final ImmutableTypes immutableTypes;

	public Effects(ClassIndex index) {
		this.index = index;
		this.immutableTypes = new ImmutableTypes(index);
	}

	/**
	 * Of a call instruction: opcode is INVOKEVIRTUAL, -SPECIAL, -STATIC or -INTERFACE.
	 */
	public Effect ofCall(int opcode, String owner, String name, String descriptor) {
		throw new UnsupportedOperationException(String.valueOf(this.index.moduleClasses()));
	}

	/**
	 * Of initialising a class (new, getstatic, invokestatic), seen from code in another
	 * class.
	 */
	public Effect ofInitialisation(String owner, String from) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether every value of a type, and all that it holds, can never change and runs no
	 * user code in toString, equals and hashCode.
	 */
	public boolean isImmutable(Type type) {
		return this.immutableTypes.contains(type);
	}

	/**
	 * What a call may do. Reason says why it is not free, for a remark: "may write to a
	 * field of ..., ..."
	 */
	public record Effect(Kind kind, String reason) {

		public enum Kind {

			/**
			 * Side-effect-free; reads at most what its receiver and arguments themselves
			 * hold.
			 */
			SHALLOW,

			/** Side-effect-free; may read whatever can be reached. */
			DEEP,

			/**
			 * SHALLOW if, at run time, receiver and reference arguments are null or of a
			 * reviewed JDK class.
			 */
			REVIEWED,

			/** May be observed. */
			OBSERVABLE

		}

	}

}
