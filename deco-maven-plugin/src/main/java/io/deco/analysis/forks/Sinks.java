package io.deco.analysis.forks;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides where the operands of an instruction go. What is not listed here uses them.
 */
public final class Sinks {

	private final String owner;

	private final ClassIndex index;

	private final ForkSelection forks;

	private final Stores stores;

	private final Setters setters;

	private final UnwaitableFields unwaitable;

	private final Computations computations;

	public Sinks(MethodFlow flow, String owner, ClassIndex index, Effects effects, ForkSelection forks, Stores stores,
			Setters setters, UnwaitableFields unwaitable) {
		this.owner = owner;
		this.index = index;
		this.forks = forks;
		this.stores = stores;
		this.setters = setters;
		this.unwaitable = unwaitable;
		this.computations = new Computations(flow, index, effects, forks, this::isKept);
	}

	/**
	 * The computations that may wait for their operands.
	 */
	public Computations computations() {
		return this.computations;
	}

	/**
	 * Whether an operand of an instruction other than a computation or a call may stay
	 * pending for longer.
	 */
	private boolean isKept(AbstractInsnNode insn, int operand) {
		return Operands.isStore(insn) || isElement(insn, operand) || isArgument(insn, operand)
				|| isDeferrableValue(insn, operand);
	}

	/**
	 * The write to a field that an instruction makes, itself or by a setter that it
	 * calls.
	 */
	public @Nullable FieldInsnNode written(AbstractInsnNode insn) {
		if (insn instanceof FieldInsnNode access) {
			return (access.getOpcode() == Opcodes.PUTFIELD || access.getOpcode() == Opcodes.PUTSTATIC) ? access : null;
		}
		return (insn instanceof MethodInsnNode call && this.forks.at(call) == null)
				? this.setters.writeOf(call, this.owner) : null;
	}

	private boolean isDeferrableValue(AbstractInsnNode insn, int operand) {
		FieldInsnNode access = written(insn);
		return access != null && operand == Operands.count(insn) - 1 && isDeferrable(access);
	}

	private boolean isArgument(AbstractInsnNode insn, int operand) {
		boolean receiver = operand == 0 && insn.getOpcode() != Opcodes.INVOKESTATIC;
		return this.forks.at(insn) != null && !receiver;
	}

	private boolean isElement(AbstractInsnNode insn, int operand) {
		Store store = this.stores.at(insn);
		return store != null && operand == store.stored();
	}

	/**
	 * What takes an operand of an instruction.
	 * @param operand from 0, the deepest on the stack
	 */
	public Sink of(AbstractInsnNode insn, int operand) {
		if (Operands.isStore(insn)) {
			return new Sink.Local();
		}
		if (isElement(insn, operand)) {
			return new Sink.Element();
		}
		if (this.computations.at(insn) != null) {
			return new Sink.Operand();
		}
		if (isDeferrableValue(insn, operand)) {
			return new Sink.Field();
		}
		if (insn instanceof MethodInsnNode call) {
			return isArgument(call, operand) ? new Sink.Argument() : new Sink.Use(Uses.of(call));
		}
		if (insn instanceof FieldInsnNode access) {
			boolean value = written(insn) != null && operand == Operands.count(insn) - 1;
			return new Sink.Use(value ? "written to " + access.name + ", whose reads cannot all wait" + reader(access)
					: "needed to access field " + access.name);
		}
		return new Sink.Use(Uses.of(insn));
	}

	private String reader(FieldInsnNode access) {
		ClassIndex.DeclaredField declared = this.index.resolveField(access.owner, access.name, access.desc);
		String reader = (declared != null) ? this.unwaitable.readerOf(declared.type().name, access.name) : null;
		return (reader != null) ? ", since " + reader + " cannot be woven" : "";
	}

	/**
	 * All reads of the field can wait if its class is woven with the module. A static
	 * field of another class might be initialised by the write.
	 */
	private boolean isDeferrable(FieldInsnNode access) {
		ClassIndex.DeclaredField declared = this.index.resolveField(access.owner, access.name, access.desc);
		if (declared == null || !this.index.inModule(declared.type().name)
				|| this.unwaitable.readerOf(declared.type().name, access.name) != null) {
			return false;
		}
		if ((declared.field().access & (Opcodes.ACC_VOLATILE | Opcodes.ACC_FINAL)) != 0) {
			return false;
		}
		return access.getOpcode() == Opcodes.PUTFIELD || declared.type().name.equals(this.owner);
	}

	/**
	 * Whether calls in a method can be carried out by another thread at all.
	 */
	public static boolean holdsMonitor(MethodNode method) {
		return (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
	}

}
