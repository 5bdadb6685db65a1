package io.deco.analysis.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The flow of values and of control through one method.
 */
public final class MethodFlow {

	private final MethodNode method;

	private final List<@Nullable Frame<FlowValue>> frames;

	private final List<BitSet> successors = new ArrayList<>();

	private final List<BitSet> handlers = new ArrayList<>();

	private final int[] predecessors;

	private MethodFlow(String owner, MethodNode method, ClassIndex index) throws AnalyzerException {
		this.method = method;
		for (int i = 0; i < method.instructions.size(); i++) {
			this.successors.add(new BitSet());
			this.handlers.add(new BitSet());
		}
		Analyzer<FlowValue> analyzer = new EdgeRecorder(new FlowInterpreter(owner, method.instructions, index));
		try {
			this.frames = new ArrayList<>(java.util.Arrays.asList(analyzer.analyzeAndComputeMaxs(owner, method)));
		}
		catch (LimitExceededException ex) {
			throw new AnalyzerException(null, "it is too long to be followed", ex);
		}
		this.predecessors = new int[this.successors.size()];
		this.successors.forEach((next) -> next.stream().forEach((position) -> this.predecessors[position]++));
	}

	/**
	 * Follows the values of a method.
	 * @param owner the internal name of its class
	 * @param method the method
	 * @param index all classes
	 * @throws AnalyzerException if its code is not valid, or too long to be followed
	 */
	public static MethodFlow of(String owner, MethodNode method, ClassIndex index) throws AnalyzerException {
		return new MethodFlow(owner, method, index);
	}

	/**
	 * The method itself.
	 */
	public MethodNode method() {
		return this.method;
	}

	/**
	 * The number of instructions, labels and lines included.
	 */
	public int size() {
		return this.successors.size();
	}

	/**
	 * The instruction at a position.
	 */
	public AbstractInsnNode instruction(int position) {
		return this.method.instructions.get(position);
	}

	/**
	 * The position of an instruction, from 0.
	 */
	public int position(AbstractInsnNode insn) {
		return this.method.instructions.indexOf(insn);
	}

	/**
	 * Whether any path leads to an instruction.
	 */
	public boolean isReachable(int position) {
		return this.frames.get(position) != null;
	}

	/**
	 * The state before an instruction that can be reached.
	 */
	public Frame<FlowValue> frame(int position) {
		Frame<FlowValue> frame = this.frames.get(position);
		if (frame == null) {
			throw new IllegalArgumentException("Instruction " + position + " cannot be reached");
		}
		return frame;
	}

	/**
	 * An operand of an instruction.
	 * @param operand from 0, the deepest on the stack
	 */
	public FlowValue operand(int position, int operand) {
		Frame<FlowValue> frame = frame(position);
		return frame.getStack(frame.getStackSize() - Operands.count(instruction(position)) + operand);
	}

	/**
	 * The instruction that left a value on the stack, if only one can have done so.
	 */
	public @Nullable AbstractInsnNode producer(FlowValue value) {
		if (value.sources().size() != 1) {
			return null;
		}
		int source = value.sources().iterator().next();
		return (source >= 0 && source < FlowValue.HANDLER) ? instruction(source) : null;
	}

	/**
	 * The definition of a local variable that a load or increment sees.
	 */
	public Set<Integer> definitions(int position) {
		AbstractInsnNode insn = instruction(position);
		int local = (insn instanceof IincInsnNode iinc) ? iinc.var : ((VarInsnNode) insn).var;
		return frame(position).getLocal(local).sources();
	}

	/**
	 * The producers of a value, seen through loads and stores of local variables.
	 */
	public Set<Integer> origins(FlowValue value) {
		Set<Integer> seen = new HashSet<>();
		Set<Integer> origins = new HashSet<>();
		Deque<Integer> open = new ArrayDeque<>(value.sources());
		while (!open.isEmpty()) {
			int source = open.pop();
			if (!seen.add(source)) {
				continue;
			}
			if (source < 0 || source >= FlowValue.HANDLER) {
				origins.add(source);
			}
			else if (Operands.isLoad(instruction(source))) {
				open.addAll(definitions(source));
			}
			else if (Operands.isStore(instruction(source))) {
				open.addAll(operand(source, 0).sources());
			}
			else {
				origins.add(source);
			}
		}
		return origins;
	}

	/**
	 * The positions of the instructions that may run right after one, unless it fails.
	 */
	public BitSet successors(int position) {
		return this.successors.get(position);
	}

	/**
	 * The instruction that runs right after another one, if it runs after no other.
	 */
	public @Nullable AbstractInsnNode onlySuccessor(AbstractInsnNode insn) {
		AbstractInsnNode next = insn.getNext();
		while (next != null && this.predecessors[position(next)] == 1) {
			if (next.getOpcode() >= 0) {
				return next;
			}
			next = next.getNext();
		}
		return null;
	}

	/**
	 * The positions of the handlers that an exception of an instruction may reach.
	 */
	public BitSet handlers(int position) {
		return this.handlers.get(position);
	}

	/**
	 * Whether an instruction may run more than once in one invocation.
	 */
	public boolean isInLoop(int position) {
		BitSet seen = new BitSet();
		Deque<Integer> open = new ArrayDeque<>();
		open.push(position);
		while (!open.isEmpty()) {
			int at = open.pop();
			BitSet next = (BitSet) this.successors.get(at).clone();
			next.or(this.handlers.get(at));
			if (next.get(position)) {
				return true;
			}
			next.andNot(seen);
			seen.or(next);
			next.stream().forEach(open::push);
		}
		return false;
	}

	/**
	 * Records where control may go from each instruction.
	 */
	private final class EdgeRecorder extends Analyzer<FlowValue> {

		private EdgeRecorder(FlowInterpreter interpreter) {
			super(interpreter);
		}

		@Override
		protected void newControlFlowEdge(int position, int successor) {
			MethodFlow.this.successors.get(position).set(successor);
		}

		@Override
		protected boolean newControlFlowExceptionEdge(int position, TryCatchBlockNode block) {
			MethodFlow.this.handlers.get(position).set(MethodFlow.this.position(block.handler));
			return true;
		}

	}

}
