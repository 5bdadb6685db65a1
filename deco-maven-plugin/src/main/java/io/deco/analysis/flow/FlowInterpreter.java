package io.deco.analysis.flow;

import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Follows values through a method: types as a verifier would, and with each value the
 * instructions that may have produced it.
 */
final class FlowInterpreter extends Interpreter<FlowValue> {

	private final InsnList instructions;

	private final TypeInterpreter types;

	FlowInterpreter(String owner, InsnList instructions, ClassIndex index) {
		super(Opcodes.ASM9);
		this.instructions = instructions;
		this.types = new TypeInterpreter(owner, index);
	}

	private FlowValue produced(AbstractInsnNode by, @Nullable BasicValue type) {
		return new FlowValue(known(type), Set.of(this.instructions.indexOf(by)));
	}

	private static BasicValue known(@Nullable BasicValue type) {
		return (type != null) ? type : BasicValue.UNINITIALIZED_VALUE;
	}

	@Override
	public @Nullable FlowValue newValue(@Nullable Type type) {
		BasicValue value = this.types.newValue(type);
		return (value != null) ? new FlowValue(value, Set.of()) : null;
	}

	@Override
	public FlowValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
		return new FlowValue(this.types.newParameterValue(isInstanceMethod, local, type),
				Set.of(FlowValue.parameter(local)));
	}

	@Override
	public FlowValue newExceptionValue(TryCatchBlockNode block, Frame<FlowValue> frame, Type type) {
		int handler = this.instructions.indexOf(block.handler);
		return new FlowValue(known(this.types.newValue(type)), Set.of(FlowValue.HANDLER + handler));
	}

	@Override
	public FlowValue newOperation(AbstractInsnNode insn) throws AnalyzerException {
		return produced(insn, this.types.newOperation(insn));
	}

	@Override
	public FlowValue copyOperation(AbstractInsnNode insn, FlowValue value) {
		int opcode = insn.getOpcode();
		boolean stackMove = opcode >= Opcodes.DUP && opcode <= Opcodes.SWAP;
		return (stackMove) ? value : produced(insn, value.basic());
	}

	@Override
	public @Nullable FlowValue unaryOperation(AbstractInsnNode insn, FlowValue value) throws AnalyzerException {
		BasicValue type = this.types.unaryOperation(insn, value.basic());
		return (type != null) ? produced(insn, type) : null;
	}

	@Override
	public @Nullable FlowValue binaryOperation(AbstractInsnNode insn, FlowValue first, FlowValue second)
			throws AnalyzerException {
		BasicValue type = this.types.binaryOperation(insn, first.basic(), second.basic());
		return (type != null) ? produced(insn, type) : null;
	}

	@Override
	public @Nullable FlowValue ternaryOperation(AbstractInsnNode insn, FlowValue first, FlowValue second,
			FlowValue third) {
		return null;
	}

	@Override
	public @Nullable FlowValue naryOperation(AbstractInsnNode insn, List<? extends FlowValue> values)
			throws AnalyzerException {
		BasicValue type = this.types.naryOperation(insn, values.stream().map(FlowValue::basic).toList());
		return (type != null) ? produced(insn, type) : null;
	}

	@Override
	public void returnOperation(AbstractInsnNode insn, FlowValue value, FlowValue expected) {
		// Nothing is produced.
	}

	@Override
	public FlowValue merge(FlowValue first, FlowValue second) {
		return first.mergedWith(second, this.types.merge(first.basic(), second.basic()));
	}

}
