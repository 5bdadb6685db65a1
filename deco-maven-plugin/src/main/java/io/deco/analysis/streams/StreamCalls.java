package io.deco.analysis.streams;

import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Knows the calls that a stream pipeline is made of, and which of them keep what
 * sequential code does if elements are worked on ahead: they take every element, in
 * order, and change nothing but what their functions change.
 */
final class StreamCalls {

	private static final String STREAMS = "java/util/stream/";

	private static final Set<String> TYPES = Set.of("Stream", "IntStream", "LongStream", "DoubleStream");

	private static final Set<String> STATIC_SOURCES = Set.of("java/util/stream/Stream.of", "java/util/Arrays.stream",
			"java/util/stream/IntStream.of", "java/util/stream/IntStream.range",
			"java/util/stream/IntStream.rangeClosed", "java/util/stream/LongStream.of",
			"java/util/stream/LongStream.range", "java/util/stream/LongStream.rangeClosed",
			"java/util/stream/DoubleStream.of");

	private static final Set<String> MAPPINGS = Set.of("map", "mapToInt", "mapToLong", "mapToDouble", "mapToObj");

	private static final Set<String> STEPS = Set.of("filter", "peek", "boxed", "asLongStream", "asDoubleStream",
			"sorted", "distinct");

	private static final Set<String> CUTS = Set.of("limit", "skip");

	private static final Set<String> ENDS = Set.of("toList", "toArray", "reduce", "sum", "min", "max", "count",
			"average", "summaryStatistics");

	private static final Set<String> LOOPS = Set.of("forEach", "forEachOrdered");

	private static final Set<String> SHORT = Set.of("findFirst", "findAny", "anyMatch", "allMatch", "noneMatch");

	private final ClassIndex index;

	StreamCalls(ClassIndex index) {
		this.index = index;
	}

	static boolean isStream(MethodInsnNode call) {
		return call.getOpcode() == Opcodes.INVOKEINTERFACE && call.owner.startsWith(STREAMS)
				&& TYPES.contains(call.owner.substring(STREAMS.length()));
	}

	/**
	 * Whether a call makes a stream of what certainly are all elements of a collection,
	 * an array or a range, if the collection is of a reviewed class.
	 */
	boolean isSource(MethodInsnNode call) {
		if (call.getOpcode() == Opcodes.INVOKESTATIC) {
			return STATIC_SOURCES.contains(call.owner + "." + call.name);
		}
		return isCollectionStream(call);
	}

	boolean isCollectionStream(MethodInsnNode call) {
		return call.getOpcode() != Opcodes.INVOKESTATIC && call.name.equals("stream")
				&& call.desc.equals("()Ljava/util/stream/Stream;")
				&& this.index.isAssignable(call.owner, "java/util/Collection");
	}

	/**
	 * Whether a call maps each element by its function.
	 */
	static boolean isMapping(MethodInsnNode call) {
		return isStream(call) && MAPPINGS.contains(call.name);
	}

	/**
	 * Whether a call gives each element to its function, and nothing on.
	 */
	boolean isLoop(MethodInsnNode call) {
		return isStreamLoop(call) || isCollectionLoop(call);
	}

	static boolean isStreamLoop(MethodInsnNode call) {
		return isStream(call) && LOOPS.contains(call.name);
	}

	/**
	 * Whether a call gives each element of a collection, or each entry of a map, to its
	 * function. A call of super's method can only be made in the method where it is.
	 */
	boolean isCollectionLoop(MethodInsnNode call) {
		boolean virtual = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
		return virtual && call.name.equals("forEach")
				&& ((call.desc.equals("(Ljava/util/function/Consumer;)V")
						&& this.index.isAssignable(call.owner, "java/lang/Iterable"))
						|| (call.desc.equals("(Ljava/util/function/BiConsumer;)V")
								&& this.index.isAssignable(call.owner, "java/util/Map")));
	}

	/**
	 * Whether a call ends a pipeline after all of its elements.
	 */
	boolean isEnd(MethodInsnNode call) {
		return isLoop(call) || isCollect(call) || (isStream(call) && ENDS.contains(call.name));
	}

	static boolean isShortCircuit(MethodInsnNode call) {
		return isStream(call) && SHORT.contains(call.name);
	}

	/**
	 * Whether a call asks its function about each element, as a whole object.
	 */
	static boolean isFilter(MethodInsnNode call) {
		return call.getOpcode() == Opcodes.INVOKEINTERFACE && call.owner.equals(STREAMS + "Stream")
				&& call.name.equals("filter");
	}

	/**
	 * Whether a call gives each element to a collector.
	 */
	static boolean isCollect(MethodInsnNode call) {
		return call.getOpcode() == Opcodes.INVOKEINTERFACE && call.owner.equals(STREAMS + "Stream")
				&& call.name.equals("collect") && Type.getArgumentCount(call.desc) == 1;
	}

	static boolean isStep(MethodInsnNode call) {
		return isStream(call) && STEPS.contains(call.name);
	}

	/**
	 * Whether a call takes some elements away by their number, so that what comes before
	 * it must not be worked on ahead.
	 */
	static boolean isCut(MethodInsnNode call) {
		return isStream(call) && CUTS.contains(call.name);
	}

	/**
	 * Whether a call returns a stream that others may go on with.
	 */
	static boolean returnsStream(MethodInsnNode call) {
		Type result = Type.getReturnType(call.desc);
		return result.getSort() == Type.OBJECT && result.getInternalName().startsWith(STREAMS);
	}

}
