package io.deco.analysis.flow;

import java.util.HashSet;
import java.util.Set;

import io.deco.analysis.classpath.Types;
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
public record FlowValue(BasicValue basic, Set<Integer> sources) implements Value {

	/**
	 * Added to the position of a handler, to number the exception that it catches.
	 */
	public static final int HANDLER = 1 << 24;

	/**
	 * The source that stands for what a parameter holds at the start.
	 */
	public static int parameter(int local) {
		return -1 - local;
	}

	/**
	 * Whether a source stands for a parameter.
	 */
	public static boolean isParameter(int source) {
		return source < 0;
	}

	/**
	 * The local variable of the parameter that a source stands for.
	 */
	public static int parameterLocal(int source) {
		return -1 - source;
	}

	/**
	 * The static type; an {@code int} stands for all types that the JVM computes as one.
	 */
	public Type type() {
		Type type = this.basic.getType();
		return (type != null) ? type : Types.OBJECT;
	}

	/**
	 * Whether the value is an object or {@code null}.
	 */
	public boolean isReference() {
		return this.basic.isReference();
	}

	/**
	 * Whether every path has set the value.
	 */
	public boolean isInitialized() {
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
