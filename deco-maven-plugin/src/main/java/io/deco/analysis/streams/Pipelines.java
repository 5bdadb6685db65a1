package io.deco.analysis.streams;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.effects.InstructionEffects;
import io.deco.analysis.effects.LockedCode;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.Sinks;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
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
public final class Pipelines {

	private final MethodFlow flow;

	private final StreamCalls streams;

	private final ElementCodes codes;

	private final StreamOperations operations;

	private final LockedCode locked;

	private final InstructionEffects instructionEffects;

	private final List<Pipeline> found = new ArrayList<>();

	private final Map<InvokeDynamicInsnNode, String> sequential = new LinkedHashMap<>();

	private final Set<InvokeDynamicInsnNode> ahead = new HashSet<>();

	public Pipelines(MethodFlow flow, String owner, ClassIndex index, ElementCodes codes, Effects effects,
			LockedCode locked, InstructionEffects instructionEffects) {
		this.flow = flow;
		this.streams = new StreamCalls(index);
		this.codes = codes;
		this.operations = new StreamOperations(flow, this.streams, new FunctionEffects(flow, owner, index, effects));
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
		StreamChain chain = StreamChain.to(end, this.flow, this.streams);
		Map<Integer, List<InvokeDynamicInsnNode>> concurrent = new LinkedHashMap<>();
		for (int position : chain.positions()) {
			List<InvokeDynamicInsnNode> functions = this.operations.functions(position)
				.stream()
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
		MethodInsnNode source = (loop) ? null : (MethodInsnNode) this.flow.instruction(chain.first());
		boolean reviewed = source != null && this.streams.isCollectionStream(source);
		this.found.add(new Pipeline(source, reviewed, stages, call));
		concurrent.values().forEach(this.ahead::addAll);
	}

	private @Nullable String obstacle(StreamChain chain, int end, MethodInsnNode call,
			Map<Integer, List<InvokeDynamicInsnNode>> concurrent, List<Pipeline.Stage> stages) {
		if (Sinks.holdsMonitor(this.flow.method()) || this.locked.contains(end)) {
			return "a lock is held here, so the calls run in the thread that holds it";
		}
		if (chain.positions().stream().anyMatch(this::isConcurrent)) {
			return "a call that makes or takes the stream may be concurrent itself";
		}
		if (StreamCalls.isShortCircuit(call)) {
			return call.name + " may not need all elements";
		}
		if (!this.streams.isEnd(call) || !this.instructionEffects.of(end).isObservable()) {
			return call.name + " is not known to take all elements";
		}
		boolean loop = this.streams.isCollectionLoop(call);
		MethodInsnNode first = (MethodInsnNode) this.flow.instruction(chain.first());
		if (!loop && !this.streams.isSource(first)) {
			return "the stream is not certainly made here, from a collection, an array or a range";
		}
		if (chain.isMoved() || chain.isUsedElsewhere()) {
			return "the method branches before the stream ends, or uses the stream in another way";
		}
		return stages(chain, concurrent, stages);
	}

	private boolean isConcurrent(int position) {
		MethodInsnNode call = (MethodInsnNode) this.flow.instruction(position);
		return this.codes.isConcurrent(call.owner, call.name, call.desc);
	}

	private @Nullable String stages(StreamChain chain, Map<Integer, List<InvokeDynamicInsnNode>> concurrent,
			List<Pipeline.Stage> stages) {
		boolean pure = true;
		boolean modifies = false;
		Type element = null;
		for (int position : chain.positions()) {
			MethodInsnNode call = (MethodInsnNode) this.flow.instruction(position);
			List<InvokeDynamicInsnNode> functions = concurrent.getOrDefault(position, List.of());
			boolean source = position == chain.first() && this.streams.isSource(call);
			boolean keeps = StreamOperations.keepsElements(call);
			if (element == null) {
				element = this.operations.elementOf(position);
			}
			if (!functions.isEmpty() && !keeps && !StreamCalls.isMapping(call) && !this.streams.isLoop(call)) {
				return call.name + " needs the result of each call at once";
			}
			for (InvokeDynamicInsnNode function : functions) {
				ElementCodes.Found found = this.codes.find(function);
				if (found.code() == null) {
					return found.obstacle();
				}
				boolean later = !stages.isEmpty() && stages.get(0).call() != call;
				if (later && found.code().mayWait() != null) {
					return found.code().mayWait();
				}
				modifies |= found.code().calls().stream().anyMatch(Fork::modifies);
				stages.add(new Pipeline.Stage(call, function, found.code(), keeps));
			}
			if (!source && (keeps || functions.isEmpty())) {
				String obstacle = this.operations.obstacle(position, call, element, stages.isEmpty(), functions);
				if (obstacle != null) {
					return obstacle;
				}
				pure &= !FunctionEffects.takesFunctions(call);
			}
			element = this.operations.elementAfter(position, call, element);
		}
		if (modifies && (!pure || stages.size() > 1)) {
			return "a call may modify what another function of the pipeline reads";
		}
		return null;
	}

	/**
	 * The pipelines in the order of their ends.
	 */
	public List<Pipeline> all() {
		return this.found;
	}

	/**
	 * The functions whose concurrent calls run in their turn, with the reason.
	 */
	public Map<InvokeDynamicInsnNode, String> sequential() {
		return this.sequential;
	}

	/**
	 * Whether the calls of a function are made ahead.
	 */
	public boolean isAhead(InvokeDynamicInsnNode function) {
		return this.ahead.contains(function);
	}

}
