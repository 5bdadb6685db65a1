package io.deco.analysis.effects;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.Value;

/**
 * Where a value in a method comes from.
 *
 * @param size the number of slots
 * @param role how the value relates to the invocation
 * @param type the static type of the value as far as it is known
 * @param platform whether the object is certainly of a JDK class
 * @param parameters bit i: the value is parameter i, or may have been reached through it
 * @param made the {@linkplain MadeObjects places} whose object the value may be
 * @param within the places through whose object the value may have been reached
 */
record Origin(int size, Role role, @Nullable Type type, boolean platform, long parameters, long made,
		long within) implements Value {

	/**
	 * How a value relates to the invocation that sees it, from the best known to the
	 * least.
	 */
	enum Role {

		/** Primitive, or a slot that holds nothing. */
		NONE,

		/** Null, or an object made by this invocation, that nobody else can see. */
		FRESH,

		/** A lambda or method reference of this method, or one composed of such. */
		FUNCTION,

		/** What the caller passed: its fields are its caller's to account for. */
		PARAMETER,

		/** Anything else. */
		REACHED

	}

	static Origin none(int size) {
		return new Origin(size, Role.NONE, null, false, 0, 0, 0);
	}

	static Origin fresh(@Nullable Type type, boolean platform) {
		return new Origin(1, Role.FRESH, type, platform, 0, 0, 0);
	}

	static Origin reached(Type type, long parameters) {
		return isReference(type) ? new Origin(1, Role.REACHED, type, false, parameters, 0, 0) : none(type.getSize());
	}

	static Origin function(Type type, long parameters) {
		return new Origin(1, Role.FUNCTION, type, false, parameters, 0, 0);
	}

	static Origin parameter(Type type, long parameters) {
		return isReference(type) ? new Origin(1, Role.PARAMETER, type, false, parameters, 0, 0) : none(type.getSize());
	}

	static boolean isReference(Type type) {
		return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
	}

	@Override
	public int getSize() {
		return this.size;
	}

	boolean isReference() {
		return this.role != Role.NONE;
	}

	boolean isFresh() {
		return this.role == Role.FRESH;
	}

	/**
	 * Whether others may hold the value, or what it holds: a function may capture
	 * anything.
	 */
	boolean isReached() {
		return this.role == Role.REACHED || this.role == Role.FUNCTION;
	}

	/**
	 * Whether an object or a function was made by this method: what the JDK makes it do
	 * is looked at where it is made. One that comes out of a call, a field or a parameter
	 * may be any.
	 */
	boolean isOwn() {
		return isFresh() || this.role == Role.FUNCTION;
	}

	Origin as(Type cast) {
		return new Origin(this.size, this.role, cast, this.platform, this.parameters, this.made, this.within);
	}

	/**
	 * The same value, known to be, or to be reached through, objects of some places.
	 */
	Origin from(long made, long within) {
		return isReference() ? new Origin(this.size, this.role, this.type, this.platform, this.parameters, made, within)
				: this;
	}

	/**
	 * What is known where two paths meet.
	 */
	Origin merge(Origin other) {
		if (equals(other)) {
			return this;
		}
		if (this.size != other.size || isReference() != other.isReference()) {
			return none(1);
		}
		Role weaker = (this.role.compareTo(other.role) >= 0) ? this.role : other.role;
		boolean sameType = this.type != null && this.type.equals(other.type);
		return new Origin(this.size, weaker, sameType ? this.type : null, this.platform && other.platform,
				this.parameters | other.parameters, this.made | other.made, this.within | other.within);
	}

}
