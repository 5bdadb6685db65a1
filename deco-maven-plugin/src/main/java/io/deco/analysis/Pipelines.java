package io.deco.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the stream pipelines of a method whose concurrent calls can be made ahead of the
 * element that the pipeline has come to, and says why others cannot.
 * <p>
 * Such a pipeline is made and ended on one straight way, takes all elements of a
 * collection of a reviewed class, an array or a range in their order, and runs nothing on
 * the way but these calls and side-effect-free functions. Nobody can then tell in which
 * order its functions are run for different elements, but by the first exception; and
 * that is kept.
 */
final class Pipelines {

	private final MethodFlow flow;

	private final StreamCalls streams;

	private final ElementCodes codes;

	private final FunctionEffects functions;

	private final CollectorFunctions collectors;

	private final LockedCode locked;

	private final InstructionEffects instructionEffects;

	private final List<Pipeline> found = new ArrayList<>();

	private final Map<InvokeDynamicInsnNode, String> sequential = new LinkedHashMap<>();

	private final Set<InvokeDynamicInsnNode> ahead = new HashSet<>();

	Pipelines(MethodFlow flow, String owner, ClassIndex index, ElementCodes codes, Effects effects, LockedCode locked,
			InstructionEffects instructionEffects) {
		this.flow = flow;
		this.streams = new StreamCalls(index);
		this.codes = codes;
		this.functions = new FunctionEffects(flow, owner, index, effects);
		this.collectors = new CollectorFunctions(flow);
		this.locked = locked;
		this.instructionEffects = instructionEffects;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && flow.instruction(i) instanceof MethodInsnNode call && isEndOfChain(call)) {
				find(i, call);
			}
		}
	}

	private boolean isEndOfChain(MethodInsnNode call) {
		return (StreamCalls.isStream(call) && !StreamCalls.returnsStream(call)) || this.streams.isCollectionLoop(call);
	}

	private void find(int end, MethodInsnNode call) {
		Deque<Integer> chain = chain(end);
		Map<Integer, List<InvokeDynamicInsnNode>> concurrent = new LinkedHashMap<>();
		for (int position : chain) {
			List<InvokeDynamicInsnNode> functions = functions(position).stream()
				.filter(this.codes::isConcurrent)
				.toList();
			if (!functions.isEmpty()) {
				concurrent.put(position, functions);
			}
		}
		if (concurrent.isEmpty()) {
			return;
		}
		List<Pipeline.Stage> stages = new ArrayList<>();
		String obstacle = obstacle(chain, end, call, concurrent, stages);
		if (obstacle != null) {
			concurrent.values()
				.forEach((functions) -> functions
					.forEach((function) -> this.sequential.putIfAbsent(function, obstacle)));
			return;
		}
		boolean loop = this.streams.isCollectionLoop(call) && !StreamCalls.isStream(call);
		MethodInsnNode source = (loop) ? null : (MethodInsnNode) this.flow.instruction(chain.getFirst());
		boolean reviewed = source != null && this.streams.isCollectionStream(source);
		this.found.add(new Pipeline(source, reviewed, stages, call));
		concurrent.values().forEach(this.ahead::addAll);
	}

	/**
	 * The calls that a pipeline is made of, from the first that is known.
	 */
	private Deque<Integer> chain(int end) {
		Deque<Integer> chain = new ArrayDeque<>(List.of(end));
		int at = end;
		while (at >= 0 && !this.streams.isCollectionLoop((MethodInsnNode) this.flow.instruction(at))
				&& Operands.count(this.flow.instruction(at)) > 0) {
			AbstractInsnNode before = madeBy(this.flow.operand(at, 0));
			if (!(before instanceof MethodInsnNode call) || !StreamCalls.returnsStream(call)) {
				break;
			}
			at = this.flow.position(before);
			chain.addFirst(at);
			if (!StreamCalls.isStream(call) || this.streams.isSource(call)) {
				break;
			}
		}
		return chain;
	}

	/**
	 * The instruction that made a stream, which may have been kept in a variable.
	 */
	private @Nullable AbstractInsnNode madeBy(FlowValue stream) {
		Set<Integer> origins = this.flow.origins(stream);
		int origin = (origins.size() == 1) ? origins.iterator().next() : -1;
		return (origin >= 0 && origin < FlowValue.HANDLER) ? this.flow.instruction(origin) : null;
	}

	/**
	 * The instructions that make the functions of a stage; of a mapping or a loop, the
	 * one right before it.
	 */
	private List<InvokeDynamicInsnNode> functions(int position) {
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

	private static boolean keepsElements(MethodInsnNode stage) {
		return StreamCalls.isFilter(stage) || StreamCalls.isCollect(stage);
	}

	private @Nullable String obstacle(Deque<Integer> chain, int end, MethodInsnNode call,
			Map<Integer, List<InvokeDynamicInsnNode>> concurrent, List<Pipeline.Stage> stages) {
		if (Sinks.holdsMonitor(this.flow.method()) || this.locked.contains(end)) {
			return "a lock is held here, so the calls run in the thread that holds it";
		}
		if (chain.stream().anyMatch(this::isConcurrent)) {
			return "a call that makes or takes the stream may be concurrent itself";
		}
		if (StreamCalls.isShortCircuit(call)) {
			return call.name + " may not need all elements";
		}
		if (!this.streams.isEnd(call) || !this.instructionEffects.of(end).isObservable()) {
			return call.name + " is not known to take all elements";
		}
		boolean loop = this.streams.isCollectionLoop(call);
		MethodInsnNode first = (MethodInsnNode) this.flow.instruction(chain.getFirst());
		if (!loop && !this.streams.isSource(first)) {
			return "the stream is not certainly made here, from a collection, an array or a range";
		}
		if (isMoved(chain) || isUsedElsewhere(chain)) {
			return "the method branches before the stream ends, or uses the stream in another way";
		}
		return stages(chain, concurrent, stages);
	}

	private boolean isConcurrent(int position) {
		MethodInsnNode call = (MethodInsnNode) this.flow.instruction(position);
		return this.codes.isConcurrent(call.owner, call.name, call.desc);
	}

	/**
	 * Whether a stream is duplicated, or moved on the stack.
	 */
	private boolean isMoved(Deque<Integer> chain) {
		for (int i = chain.getFirst(); i < chain.getLast(); i++) {
			if (!this.flow.isReachable(i) || this.flow.successors(i).cardinality() != 1
					|| !this.flow.successors(i).get(i + 1)) {
				return true;
			}
			if (Operands.isStackMove(this.flow.instruction(i)) && movesStream(i, chain)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether anything but the next call of the chain takes one of its streams.
	 */
	private boolean isUsedElsewhere(Deque<Integer> chain) {
		Map<Integer, Integer> next = new HashMap<>();
		Integer before = null;
		for (int position : chain) {
			if (before != null) {
				next.put(before, position);
			}
			before = position;
		}
		for (int i = 0; i < this.flow.size(); i++) {
			if (!next.isEmpty() && this.flow.isReachable(i) && takesOther(i, next)) {
				return true;
			}
		}
		return false;
	}

	private boolean takesOther(int position, Map<Integer, Integer> next) {
		AbstractInsnNode insn = this.flow.instruction(position);
		for (int operand = 0; operand < Operands.count(insn) && !Operands.isStore(insn); operand++) {
			for (int origin : this.flow.origins(this.flow.operand(position, operand))) {
				Integer taker = next.get(origin);
				if (taker != null && (taker != position || operand != 0)) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean movesStream(int position, Deque<Integer> chain) {
		var frame = this.flow.frame(position);
		boolean single = this.flow.instruction(position).getOpcode() == Opcodes.DUP
				|| this.flow.instruction(position).getOpcode() == Opcodes.POP;
		for (int depth = 1; depth <= Math.min((single) ? 1 : 4, frame.getStackSize()); depth++) {
			if (frame.getStack(frame.getStackSize() - depth).sources().stream().anyMatch(chain::contains)) {
				return true;
			}
		}
		return false;
	}

	private @Nullable String stages(Deque<Integer> chain, Map<Integer, List<InvokeDynamicInsnNode>> concurrent,
			List<Pipeline.Stage> stages) {
		boolean pure = true;
		boolean modifies = false;
		Type element = null;
		for (int position : chain) {
			MethodInsnNode call = (MethodInsnNode) this.flow.instruction(position);
			List<InvokeDynamicInsnNode> functions = concurrent.getOrDefault(position, List.of());
			boolean source = position == chain.getFirst() && this.streams.isSource(call);
			boolean keeps = keepsElements(call);
			if (element == null) {
				element = elementOf(position);
			}
			if (!functions.isEmpty() && !keeps && !StreamCalls.isMapping(call) && !this.streams.isLoop(call)) {
				return call.name + " needs the result of each call at once";
			}
			for (InvokeDynamicInsnNode function : functions) {
				ElementCodes.Found found = this.codes.find(function);
				if (found.code() == null) {
					return found.obstacle();
				}
				modifies |= found.code().calls().stream().anyMatch(Fork::modifies);
				stages.add(new Pipeline.Stage(call, function, found.code(), keeps));
			}
			if (!source && (keeps || functions.isEmpty())) {
				String obstacle = obstacle(position, call, element, stages.isEmpty(), functions);
				if (obstacle != null) {
					return obstacle;
				}
				pure &= !FunctionEffects.takesFunctions(call);
			}
			element = elementAfter(position, call, element);
		}
		if (modifies && (!pure || stages.size() > 1)) {
			return "a call may modify what another function of the pipeline reads";
		}
		return null;
	}

	/**
	 * The type of the elements, as the first function that takes them says.
	 */
	private @Nullable Type elementOf(int position) {
		return functions(position).stream()
			.filter(ElementMethods::isFunction)
			.map((function) -> ElementMethods.signature(function).getArgumentTypes())
			.filter((types) -> types.length == 1)
			.map((types) -> types[0])
			.findFirst()
			.orElse(null);
	}

	private @Nullable String obstacle(int position, MethodInsnNode call, @Nullable Type element, boolean upstream,
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

	private @Nullable Type elementAfter(int position, MethodInsnNode call, @Nullable Type element) {
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

	/**
	 * The pipelines in the order of their ends.
	 */
	List<Pipeline> all() {
		return this.found;
	}

	/**
	 * The functions whose concurrent calls run in their turn, with the reason.
	 */
	Map<InvokeDynamicInsnNode, String> sequential() {
		return this.sequential;
	}

	/**
	 * Whether the calls of a function are made ahead.
	 */
	boolean isAhead(InvokeDynamicInsnNode function) {
		return this.ahead.contains(function);
	}

}
