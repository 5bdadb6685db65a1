package io.deco.analysis.forks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Puts the code of small helper methods where they are called, so that a concurrent call
 * which a helper makes starts a task of its caller.
 * <p>
 * The parameters become local variables of the caller, and are stored in the order in
 * which a call takes them off the stack; a receiver other than {@code this} is checked
 * first, as a call does. The lines stay those of the helper.
 */
public final class Inlining {

	private static final int MAX_ROUNDS = 4;

	private final String owner;

	private final ClassIndex index;

	private final SmallMethods helpers;

	public Inlining(String owner, ClassIndex index, ConcurrentCalls concurrent) {
		this.owner = owner;
		this.index = index;
		this.helpers = new SmallMethods(owner, index, concurrent);
	}

	/**
	 * Whether a call is one of a helper.
	 */
	public boolean isHelper(String type, String name, String descriptor) {
		return this.helpers.find(type, name, descriptor) != null;
	}

	/**
	 * Inlines the helpers that a method calls, and those that these call.
	 */
	public void into(MethodNode method) throws AnalyzerException {
		boolean changed = true;
		for (int round = 0; changed && round < MAX_ROUNDS; round++) {
			changed = false;
			Set<Integer> own = receivers(method);
			int position = -1;
			for (AbstractInsnNode insn : method.instructions.toArray()) {
				position++;
				MethodNode helper = (insn instanceof MethodInsnNode call)
						? this.helpers.find(call.owner, call.name, call.desc) : null;
				if (helper != null && helper != method && !isSame(helper, method)) {
					inline(method, (MethodInsnNode) insn, helper, own.contains(position));
					changed = true;
				}
			}
		}
	}

	private static boolean isSame(MethodNode first, MethodNode second) {
		return first.name.equals(second.name) && first.desc.equals(second.desc);
	}

	/**
	 * The positions of the calls on {@code this}, if there are helpers to be inlined.
	 */
	private Set<Integer> receivers(MethodNode method) throws AnalyzerException {
		boolean any = false;
		for (AbstractInsnNode insn : method.instructions) {
			any |= insn instanceof MethodInsnNode call && isHelper(call.owner, call.name, call.desc);
		}
		if (!any || (method.access & Opcodes.ACC_STATIC) != 0) {
			return Set.of();
		}
		MethodFlow flow = MethodFlow.of(this.owner, method, this.index);
		Map<Integer, Boolean> own = new HashMap<>();
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && flow.instruction(i) instanceof MethodInsnNode call
					&& call.getOpcode() != Opcodes.INVOKESTATIC
					&& flow.origins(flow.operand(i, 0)).equals(Set.of(FlowValue.parameter(0)))) {
				own.put(i, true);
			}
		}
		return own.keySet();
	}

	private static void inline(MethodNode method, MethodInsnNode call, MethodNode helper, boolean own) {
		boolean isStatic = (helper.access & Opcodes.ACC_STATIC) != 0;
		List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(helper.desc)));
		if (!isStatic) {
			parameters.add(0, Type.getObjectType(call.owner));
		}
		int base = freeSlot(method);
		InsnList code = new InsnList();
		int slot = base + parameters.stream().mapToInt(Type::getSize).sum();
		for (int i = parameters.size() - 1; i >= 0; i--) {
			slot -= parameters.get(i).getSize();
			if (i == 0 && !isStatic && !own) {
				code.add(new InsnNode(Opcodes.DUP));
				code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, "java/util/Objects", "requireNonNull",
						"(Ljava/lang/Object;)Ljava/lang/Object;", false));
				code.add(new InsnNode(Opcodes.POP));
			}
			code.add(new VarInsnNode(parameters.get(i).getOpcode(Opcodes.ISTORE), slot));
		}
		Map<LabelNode, LabelNode> labels = labels(helper);
		for (AbstractInsnNode insn : helper.instructions) {
			if (insn instanceof FrameNode || Operands.isReturn(insn)) {
				continue;
			}
			AbstractInsnNode copy = insn.clone(labels);
			if (copy instanceof VarInsnNode access) {
				access.var += base;
			}
			code.add(copy);
		}
		addVariables(method, helper, labels, base);
		int line = Lines.of(call);
		if (line > 0) {
			LabelNode after = new LabelNode();
			code.add(after);
			code.add(new LineNumberNode(line, after));
		}
		method.instructions.insertBefore(call, code);
		method.instructions.remove(call);
		method.maxLocals = Math.max(method.maxLocals, base + parameters.stream().mapToInt(Type::getSize).sum());
		method.maxStack += helper.maxStack + 1;
	}

	private static int freeSlot(MethodNode method) {
		int free = method.maxLocals;
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof VarInsnNode access) {
				free = Math.max(free, access.var + 2);
			}
		}
		return free;
	}

	private static Map<LabelNode, LabelNode> labels(MethodNode helper) {
		Map<LabelNode, LabelNode> labels = new HashMap<>();
		for (AbstractInsnNode insn : helper.instructions) {
			if (insn instanceof LabelNode label) {
				labels.put(label, new LabelNode());
			}
		}
		return labels;
	}

	/**
	 * A debugger shows the parameters of the helper, but one {@code this} only.
	 */
	private static void addVariables(MethodNode method, MethodNode helper, Map<LabelNode, LabelNode> labels, int base) {
		@Nullable List<LocalVariableNode> own = method.localVariables;
		if (own == null || helper.localVariables == null) {
			return;
		}
		for (LocalVariableNode variable : helper.localVariables) {
			LabelNode start = labels.get(variable.start);
			LabelNode end = labels.get(variable.end);
			if (!variable.name.equals("this") && start != null && end != null) {
				own.add(new LocalVariableNode(variable.name, variable.desc, variable.signature, start, end,
						base + variable.index));
			}
		}
	}

}
