package io.deco.analysis.effects;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What is certain of a value, so that it is certain as well that an instruction does not
 * fail.
 *
 * @param size the number of slots
 * @param nonNull whether it is a reference other than null
 * @param type the type that it certainly has, if it is a reference
 * @param constant the constant that it is, a number or a string
 * @param length the length of an array, -1 if it is not known
 */
record Fact(int size, boolean nonNull, @Nullable Type type, @Nullable Object constant, int length) implements Value {

	static Fact nothing(int size) {
		return new Fact(size, false, null, null, -1);
	}

	static Fact nothing(@Nullable Type type) {
		return (type == null) ? nothing(1)
				: new Fact(type.getSize(), false, Origin.isReference(type) ? type : null, null, -1);
	}

	static Fact object(Type type) {
		return new Fact(1, true, type, null, -1);
	}

	static Fact array(Type type, int length) {
		return new Fact(1, true, type, null, length);
	}

	static Fact constant(Object value) {
		return (value instanceof String) ? new Fact(1, true, Type.getType(String.class), value, -1)
				: new Fact((value instanceof Long || value instanceof Double) ? 2 : 1, false, null, value, -1);
	}

	@Override
	public int getSize() {
		return this.size;
	}

	boolean isNatural() {
		return this.constant instanceof Integer number && number >= 0;
	}

	/**
	 * What is certain where two paths meet.
	 */
	Fact merge(Fact other) {
		if (equals(other)) {
			return this;
		}
		Type common = (this.type != null && this.type.equals(other.type)) ? this.type : null;
		return (this.size != other.size) ? nothing(1)
				: new Fact(this.size, this.nonNull && other.nonNull, common, null, -1);
	}

}
