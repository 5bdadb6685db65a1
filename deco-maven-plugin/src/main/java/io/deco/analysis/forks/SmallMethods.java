package io.deco.analysis.forks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Knows the helper methods of a class that only compute arguments, make one concurrent
 * call, and return what it returned: those that cannot be overridden, and whose code runs
 * straight through.
 */
final class SmallMethods {

	private static final int MAX_INSTRUCTIONS = 60;

	private final String owner;

	private final ClassIndex index;

	private final ConcurrentCalls concurrent;

	private final Map<String, Optional<MethodNode>> known = new HashMap<>();

	private final Set<String> active = new HashSet<>();

	SmallMethods(String owner, ClassIndex index, ConcurrentCalls concurrent) {
		this.owner = owner;
		this.index = index;
		this.concurrent = concurrent;
	}

	/**
	 * Finds the helper that a call runs, {@code null} if it runs none.
	 */
	@Nullable MethodNode find(String type, String name, String descriptor) {
		if (!type.equals(this.owner) || name.startsWith("<")) {
			return null;
		}
		String key = name + descriptor;
		Optional<MethodNode> helper = this.known.get(key);
		if (helper == null) {
			if (!this.active.add(key)) {
				return null;
			}
			helper = search(name, descriptor);
			this.active.remove(key);
			this.known.put(key, helper);
		}
		return helper.orElse(null);
	}

	private Optional<MethodNode> search(String name, String descriptor) {
		ClassNode type = this.index.find(this.owner);
		if (type == null || this.concurrent.find(this.owner, name, descriptor) != null) {
			return Optional.empty();
		}
		return type.methods.stream()
			.filter((method) -> method.name.equals(name) && method.desc.equals(descriptor))
			.filter((method) -> isFixed(type, method) && isStraight(method) && passesOneCallOn(method))
			.findFirst();
	}

	/**
	 * Whether the method cannot be overridden, and nothing but its code runs when it is
	 * called.
	 */
	private static boolean isFixed(ClassNode type, MethodNode method) {
		int fixed = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
		int excluded = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_SYNTHETIC
				| Opcodes.ACC_BRIDGE;
		boolean isFixed = (method.access & fixed) != 0 || (type.access & Opcodes.ACC_FINAL) != 0;
		return isFixed && (method.access & excluded) == 0 && method.instructions.size() > 0
				&& Annotations.of(method).stream().allMatch(SmallMethods::isHarmless);
	}

	private static boolean isHarmless(String annotation) {
		return annotation.startsWith("Ljava/lang/") || annotation.startsWith("Lorg/jspecify/")
				|| annotation.startsWith("Lorg/jetbrains/annotations/");
	}

	private static boolean isStraight(MethodNode method) {
		int real = 0;
		int returns = 0;
		for (AbstractInsnNode insn : method.instructions) {
			real += (insn.getOpcode() >= 0) ? 1 : 0;
			returns += Operands.isReturn(insn) ? 1 : 0;
			boolean branches = insn instanceof JumpInsnNode || insn instanceof TableSwitchInsnNode
					|| insn instanceof LookupSwitchInsnNode || insn.getOpcode() == Opcodes.ATHROW;
			boolean stores = Operands.isStore(insn) || insn instanceof IincInsnNode;
			boolean locks = insn.getOpcode() == Opcodes.MONITORENTER;
			boolean lambda = insn instanceof InvokeDynamicInsnNode dynamic && ElementMethods.isFunction(dynamic);
			if (branches || stores || locks || lambda) {
				return false;
			}
		}
		return real <= MAX_INSTRUCTIONS && returns == 1 && method.tryCatchBlocks.isEmpty();
	}

	private boolean passesOneCallOn(MethodNode method) {
		AbstractInsnNode only = null;
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof MethodInsnNode call && call.owner.equals(this.owner)
					&& this.active.contains(call.name + call.desc)) {
				return false;
			}
			if (insn instanceof MethodInsnNode call && (this.concurrent.find(call.owner, call.name, call.desc) != null
					|| find(call.owner, call.name, call.desc) != null)) {
				if (only != null) {
					return false;
				}
				only = call;
			}
		}
		return only != null && isReturned(only) && leavesResultOnly(method);
	}

	private static boolean isReturned(AbstractInsnNode call) {
		AbstractInsnNode insn = call.getNext();
		while (insn != null && !Operands.isReturn(insn)) {
			boolean passes = insn.getOpcode() < 0 || Folding.convert(insn) != null || insn.getOpcode() == Opcodes.POP
					|| insn.getOpcode() == Opcodes.POP2;
			if (!passes) {
				return false;
			}
			insn = insn.getNext();
		}
		return insn != null;
	}

	private boolean leavesResultOnly(MethodNode method) {
		try {
			MethodFlow flow = MethodFlow.of(this.owner, method, this.index);
			for (int i = 0; i < flow.size(); i++) {
				if (Operands.isReturn(flow.instruction(i))) {
					return flow.isReachable(i) && flow.frame(i).getStackSize() == Operands.count(flow.instruction(i));
				}
			}
			return false;
		}
		catch (AnalyzerException ex) {
			return false;
		}
	}

}
