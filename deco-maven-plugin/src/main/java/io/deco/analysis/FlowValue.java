package io.deco.analysis;

import java.util.HashSet;
import java.util.Set;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What is known of a local variable or stack slot: its type, and which instructions may
 * have produced what it holds. Moves on the operand stack keep the producers; a load and
 * a store are producers of their own.
 *
 * @param basic the type, as a verifier sees it
 * @param sources positions of the producing instructions; negative for parameters, and
 * from {@link #HANDLER} on for caught exceptions
 */
record FlowValue(BasicValue basic, Set<Integer> sources) implements Value {

	/**
	 * Added to the position of a handler, to number the exception that it catches.
	 */
	static final int HANDLER = 1 << 24;

	static int parameter(int local) {
		return -1 - local;
	}

	static boolean isParameter(int source) {
		return source < 0;
	}

	static int parameterLocal(int source) {
		return -1 - source;
	}

	/**
	 * The static type; an {@code int} stands for all types that the JVM computes as one.
	 */
	Type type() {
		Type type = this.basic.getType();
		return (type != null) ? type : Types.OBJECT;
	}

	boolean isReference() {
		return this.basic.isReference();
	}

	boolean isInitialized() {
		return !this.basic.equals(BasicValue.UNINITIALIZED_VALUE);
	}

	FlowValue mergedWith(FlowValue other, BasicValue mergedType) {
		if (mergedType.equals(this.basic) && this.sources.containsAll(other.sources)) {
			return this;
		}
		Set<Integer> union = new HashSet<>(this.sources);
		union.addAll(other.sources);
		return new FlowValue(mergedType, Set.copyOf(union));
	}

	@Override
	public int getSize() {
		return this.basic.getSize();
	}

}
