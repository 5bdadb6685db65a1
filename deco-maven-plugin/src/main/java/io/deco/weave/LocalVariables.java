package io.deco.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Keeps the debug information true: a carried variable is found in its new slot, as an
 * object, from where a value that may be pending is stored in it.
 * <p>
 * A variable that is carried in a part of its range only has an entry for each part.
 * Where the paths that meet have it in different slots, nobody uses it any more, and it
 * has none.
 */
final class LocalVariables {

	private static final int OLD_SLOT = -1;

	private static final int NOWHERE = -2;

	private final MethodPlan plan;

	private final MethodNode method;

	private final AbstractInsnNode[] code;

	private final List<Part> parts = new ArrayList<>();

	private Frame<SourceValue> @Nullable [] frames;

	LocalVariables(MethodPlan plan) {
		this.plan = plan;
		this.method = plan.method();
		this.code = this.method.instructions.toArray();
		if (this.method.localVariables != null) {
			List<Boundary> boundaries = new ArrayList<>();
			this.method.localVariables.forEach((variable) -> find(variable, boundaries));
			boundaries
				.forEach((boundary) -> this.method.instructions.insertBefore(boundary.before(), boundary.label()));
		}
	}

	private void find(LocalVariableNode variable, List<Boundary> boundaries) {
		int start = this.method.instructions.indexOf(variable.start);
		int end = this.method.instructions.indexOf(variable.end);
		Set<Integer> numbers = new HashSet<>();
		for (int i = Math.max(0, start - 1); i < end; i++) {
			if (slotOrNone(this.code[i]) == variable.index) {
				MethodPlan.Local local = this.plan.locals().get(this.code[i]);
				numbers.add((local != null) ? local.variable() : OLD_SLOT);
			}
		}
		boolean parameter = variable.index < parametersSize(this.method);
		if (numbers.size() == 1 && !parameter) {
			this.parts.add(new Part(variable, variable.start, variable.end, numbers.iterator().next()));
		}
		else if (numbers.stream().anyMatch((number) -> number != OLD_SLOT)) {
			split(variable, start, end, boundaries);
		}
		else {
			this.parts.add(new Part(variable, variable.start, variable.end, OLD_SLOT));
		}
	}

	private void split(LocalVariableNode variable, int start, int end, List<Boundary> boundaries) {
		LabelNode from = variable.start;
		int current = NOWHERE;
		boolean first = true;
		for (int i = start; i < end; i++) {
			int place = (this.code[i].getOpcode() >= Opcodes.NOP) ? place(i, variable.index) : current;
			if (place != current) {
				LabelNode label = new LabelNode();
				boundaries.add(new Boundary(this.code[i], label));
				if (!first) {
					this.parts.add(new Part(variable, from, label, current));
				}
				from = first ? variable.start : label;
				current = place;
				first = false;
			}
		}
		this.parts.add(new Part(variable, from, variable.end, current));
	}

	/** Where the value of a variable is before an instruction. */
	private int place(int position, int slot) {
		Frame<SourceValue> frame = frames()[position];
		if (frame == null) {
			return NOWHERE;
		}
		Set<Integer> places = new HashSet<>();
		Set<AbstractInsnNode> stores = frame.getLocal(slot).insns;
		for (AbstractInsnNode store : stores) {
			MethodPlan.Local local = this.plan.locals().get(store);
			places.add((local != null) ? local.variable() : OLD_SLOT);
		}
		if (places.isEmpty()) {
			return OLD_SLOT;
		}
		return (places.size() == 1) ? places.iterator().next() : NOWHERE;
	}

	private Frame<SourceValue>[] frames() {
		Frame<SourceValue>[] known = this.frames;
		if (known == null) {
			try {
				known = new Analyzer<>(new SourceInterpreter()).analyze(this.plan.owner(), this.method);
			}
			catch (AnalyzerException ex) {
				throw new IllegalStateException(ex);
			}
			this.frames = known;
		}
		return known;
	}

	private static int parametersSize(MethodNode method) {
		return (Type.getArgumentsAndReturnSizes(method.desc) >> 2)
				- (((method.access & Opcodes.ACC_STATIC) != 0) ? 1 : 0);
	}

	/**
	 * The first slot that no parameter and no instruction uses.
	 */
	static int firstFree(MethodNode method) {
		int free = parametersSize(method);
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof VarInsnNode || insn instanceof IincInsnNode) {
				free = Math.max(free, slot(insn) + 2);
			}
		}
		return free;
	}

	/**
	 * Makes room for one more variable before all others.
	 */
	static void moveUp(MethodNode method) {
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof VarInsnNode access) {
				access.var++;
			}
			else if (insn instanceof IincInsnNode iinc) {
				iinc.var++;
			}
		}
		if (method.localVariables != null) {
			method.localVariables.forEach((variable) -> variable.index++);
		}
	}

	private static int slotOrNone(AbstractInsnNode insn) {
		return (insn instanceof VarInsnNode || insn instanceof IincInsnNode) ? slot(insn) : -1;
	}

	private static int slot(AbstractInsnNode insn) {
		return (insn instanceof IincInsnNode iinc) ? iinc.var : ((VarInsnNode) insn).var;
	}

	/**
	 * Writes the entries anew.
	 * @param slots the slots of the carried variables, by number
	 */
	void retarget(Map<Integer, Integer> slots) {
		if (this.method.localVariables == null) {
			return;
		}
		List<LocalVariableNode> entries = new ArrayList<>();
		for (Part part : this.parts) {
			LocalVariableNode variable = part.variable();
			Integer slot = (part.place() == OLD_SLOT) ? Integer.valueOf(variable.index) : slots.get(part.place());
			if (slot != null) {
				boolean old = part.place() == OLD_SLOT;
				entries.add(new LocalVariableNode(variable.name, old ? variable.desc : Types.OBJECT.getDescriptor(),
						old ? variable.signature : null, part.start(), part.end(), slot));
			}
		}
		this.method.localVariables.clear();
		this.method.localVariables.addAll(entries);
	}

	/** A part of a variable's range, and the number of the carried variable there. */
	private record Part(LocalVariableNode variable, LabelNode start, LabelNode end, int place) {
	}

	private record Boundary(AbstractInsnNode before, LabelNode label) {
	}

}
