package io.deco.analysis.streams;

import java.util.List;

import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.forks.ElementMethods;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What the operations of a stream do with its elements: the functions that they run, and
 * whether anybody can tell that they run for one element before another.
 */
final class StreamOperations {

	private final MethodFlow flow;

	private final StreamCalls streams;

	private final FunctionEffects functions;

	private final CollectorFunctions collectors;

	StreamOperations(MethodFlow flow, StreamCalls streams, FunctionEffects functions) {
		this.flow = flow;
		this.streams = streams;
		this.functions = functions;
		this.collectors = new CollectorFunctions(flow);
	}

	/**
	 * The instructions that make the functions of a stage; of a mapping or a loop, the
	 * one right before it.
	 */
	List<InvokeDynamicInsnNode> functions(int position) {
		MethodInsnNode stage = (MethodInsnNode) this.flow.instruction(position);
		if (keepsElements(stage)) {
			return this.collectors.of(position);
		}
		if (Type.getArgumentCount(stage.desc) != 1) {
			return List.of();
		}
		AbstractInsnNode before = stage.getPrevious();
		while (before != null && before.getOpcode() < 0) {
			before = before.getPrevious();
		}
		return (before instanceof InvokeDynamicInsnNode function) ? List.of(function) : List.of();
	}

	/**
	 * Whether an operation takes elements as they are, whatever its functions return.
	 */
	static boolean keepsElements(MethodInsnNode stage) {
		return StreamCalls.isFilter(stage) || StreamCalls.isCollect(stage);
	}

	/**
	 * The type of the elements, as the first function that takes them says.
	 */
	@Nullable Type elementOf(int position) {
		return functions(position).stream()
			.filter(ElementMethods::isPlainFunction)
			.map((function) -> ElementMethods.signature(function).getArgumentTypes())
			.filter((types) -> types.length == 1)
			.map((types) -> types[0])
			.findFirst()
			.orElse(null);
	}

	/**
	 * Says why an operation, beyond the calls that are made ahead, keeps a pipeline
	 * sequential.
	 * @param position where the operation is
	 * @param call the operation
	 * @param element the type of its elements, {@code null} if it is not known
	 * @param upstream whether all calls that are made ahead come after it
	 * @param ahead its functions that make calls ahead
	 * @return the reason, {@code null} if it does not
	 */
	@Nullable String obstacle(int position, MethodInsnNode call, @Nullable Type element, boolean upstream,
			List<InvokeDynamicInsnNode> ahead) {
		if (StreamCalls.isCut(call)) {
			return (upstream) ? null : call.name + " may not need all results";
		}
		boolean end = this.streams.isEnd(call);
		if (!end && !StreamCalls.isStep(call) && !StreamCalls.isMapping(call)) {
			return "it is not known what " + call.name + " makes of the elements";
		}
		boolean primitive = !call.owner.equals("java/util/stream/Stream");
		boolean plain = Type.getArgumentCount(call.desc) == 0;
		if (call.name.equals("sorted") && plain && !primitive && !this.functions.isOrdered(element)) {
			return "sorted runs compareTo of the elements";
		}
		if (call.name.equals("distinct") && !primitive && !this.functions.isHashed(element)) {
			return "distinct runs equals and hashCode of the elements";
		}
		return this.functions.ofArguments(position, 1, element, ahead);
	}

	/**
	 * The type of the elements that an operation hands on, {@code null} if it is not
	 * known.
	 */
	@Nullable Type elementAfter(int position, MethodInsnNode call, @Nullable Type element) {
		if (!StreamCalls.isStream(call)) {
			return null;
		}
		return switch (call.name) {
			case "map", "mapToObj" -> this.functions.resultOf(position, 1);
			case "boxed" -> Type.getType((call.owner.contains("Int")) ? Integer.class
					: (call.owner.contains("Long")) ? Long.class : Double.class);
			case "filter", "peek", "sorted", "distinct", "limit", "skip" -> element;
			default -> null;
		};
	}

}
