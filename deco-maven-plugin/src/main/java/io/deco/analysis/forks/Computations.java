package io.deco.analysis.forks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.effects.InstructionEffects;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds the instructions that may compute later: an operator, a conversion, a cast, a
 * string concatenation or a call of a method of the JDK that depend on immutable operands
 * alone, and whose result goes nowhere but to where a pending result may go.
 */
public final class Computations {

	private final MethodFlow flow;

	private final Effects effects;

	private final Map<AbstractInsnNode, Computation> candidates = new LinkedHashMap<>();

	/**
	 * @param carries whether an operand of an instruction that is no computation may be
	 * pending
	 */
	Computations(MethodFlow flow, ClassIndex index, Effects effects, ForkSelection forks,
			BiPredicate<AbstractInsnNode, Integer> carries) {
		this.flow = flow;
		this.effects = effects;
		BitSet folded = new BitSet();
		forks.all().forEach((fork) -> fork.folded().forEach((conversion) -> folded.set(flow.position(conversion))));
		for (int i = 0; i < flow.size(); i++) {
			AbstractInsnNode insn = flow.instruction(i);
			if (flow.isReachable(i) && !folded.get(i) && forks.at(insn) == null) {
				Type result = resultOf(i, insn, index);
				if (result != null) {
					this.candidates.put(insn, new Computation(i, insn, result,
							effects.isImmutable(result) || effects.isNumber(result), Lines.of(insn)));
				}
			}
		}
		removeUsed(carries);
	}

	private @Nullable Type resultOf(int position, AbstractInsnNode insn, ClassIndex index) {
		int opcode = insn.getOpcode();
		if (opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG && opcode != Opcodes.IINC) {
			return Type.getType(resultOf(opcode));
		}
		if (opcode == Opcodes.CHECKCAST) {
			return Type.getObjectType(((TypeInsnNode) insn).desc);
		}
		if (insn instanceof InvokeDynamicInsnNode dynamic) {
			return (InstructionEffects.isPureConcatenation(dynamic, this.effects)) ? Type.getReturnType(dynamic.desc)
					: null;
		}
		return (insn instanceof MethodInsnNode call && isFunction(position, call, index))
				? Type.getReturnType(call.desc) : null;
	}

	/**
	 * The operators come in the order int, long, float, double; the conversions and
	 * comparisons have one of their own.
	 */
	private static String resultOf(int opcode) {
		if (opcode >= Opcodes.LCMP) {
			return "I";
		}
		if (opcode >= Opcodes.I2L) {
			return switch (opcode) {
				case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> "J";
				case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> "F";
				case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> "D";
				default -> "I";
			};
		}
		if (opcode >= Opcodes.ISHL) {
			return ((opcode - Opcodes.ISHL) % 2 == 0) ? "I" : "J";
		}
		return String.valueOf("IJFD".charAt((opcode - Opcodes.IADD) % 4));
	}

	private boolean isFunction(int position, MethodInsnNode call, ClassIndex index) {
		if (Type.getReturnType(call.desc).getSort() == Type.VOID || call.getOpcode() == Opcodes.INVOKESPECIAL
				|| !index.isPlatform(call.owner)) {
			return false;
		}
		List<Type> arguments = new ArrayList<>();
		for (int operand = 0; operand < Operands.count(call); operand++) {
			Type type = this.flow.operand(position, operand).type();
			if (!this.effects.isImmutable(type) && !this.effects.isNumber(type)) {
				return false;
			}
			if (operand > 0 || call.getOpcode() == Opcodes.INVOKESTATIC) {
				arguments.add(type);
			}
		}
		Effects.Effect effect = this.effects.ofCall(call.getOpcode(), call.owner, call.name, call.desc, arguments);
		return effect.kind() == Effects.Effect.Kind.SHALLOW || (effect.kind() == Effects.Effect.Kind.REVIEWED
				&& this.effects.isNumber(Type.getObjectType(call.owner)));
	}

	/**
	 * A result that is needed at once is computed at once.
	 */
	private void removeUsed(BiPredicate<AbstractInsnNode, Integer> carries) {
		boolean changed = !this.candidates.isEmpty();
		while (changed) {
			Map<Integer, Boolean> needed = new HashMap<>();
			for (int i = 0; i < this.flow.size(); i++) {
				if (this.flow.isReachable(i)) {
					findNeeded(i, carries, needed);
				}
			}
			changed = this.candidates.values().removeIf((computation) -> needed.getOrDefault(computation.site(), true));
		}
	}

	private void findNeeded(int position, BiPredicate<AbstractInsnNode, Integer> carries,
			Map<Integer, Boolean> needed) {
		AbstractInsnNode insn = this.flow.instruction(position);
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			boolean use = !this.candidates.containsKey(insn) && !carries.test(insn, operand);
			this.flow.operand(position, operand)
				.sources()
				.forEach((source) -> needed.merge(source, use, Boolean::logicalOr));
		}
	}

	/**
	 * The computation that an instruction is, {@code null} if it is none.
	 */
	public @Nullable Computation at(AbstractInsnNode insn) {
		return this.candidates.get(insn);
	}

}
