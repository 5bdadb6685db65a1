package io.deco.analysis.effects;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Follows what is certain of the values in a method, as far as an instruction that may
 * fail.
 */
final class CompletionInterpreter extends Interpreter<Fact> {

	private final BasicInterpreter types = new BasicInterpreter();

	private final ClassIndex index;

	private final Calls calls;

	private final Iterator<Fact> arguments;

	/** What the static fields hold that were written before the first branch. */
	private final Map<String, Fact> statics = new HashMap<>();

	CompletionInterpreter(ClassIndex index, List<Fact> arguments, Calls calls) {
		super(Opcodes.ASM9);
		this.index = index;
		this.calls = calls;
		this.arguments = arguments.iterator();
	}

	private static void require(boolean certain) throws AnalyzerException {
		if (!certain) {
			throw new AnalyzerException(null, "may fail");
		}
	}

	private static @Nullable Fact fact(@Nullable BasicValue value) {
		return (value != null) ? Fact.nothing(value.getSize()) : null;
	}

	@Override
	public @Nullable Fact newValue(@Nullable Type type) {
		return (type != null && type.getSort() == Type.VOID) ? null : Fact.nothing(type);
	}

	@Override
	public Fact newParameterValue(boolean isInstanceMethod, int local, Type type) {
		return this.arguments.next();
	}

	@Override
	public Fact newEmptyValue(int local) {
		return Fact.nothing(1);
	}

	@Override
	public @Nullable Fact newOperation(AbstractInsnNode insn) throws AnalyzerException {
		int opcode = insn.getOpcode();
		if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
			return Fact.constant(opcode - Opcodes.ICONST_0);
		}
		return switch (opcode) {
			case Opcodes.LCONST_0, Opcodes.LCONST_1 -> Fact.constant((long) (opcode - Opcodes.LCONST_0));
			case Opcodes.DCONST_0, Opcodes.DCONST_1 -> Fact.constant((double) (opcode - Opcodes.DCONST_0));
			case Opcodes.BIPUSH, Opcodes.SIPUSH -> Fact.constant(((IntInsnNode) insn).operand);
			case Opcodes.LDC -> (((LdcInsnNode) insn).cst instanceof Type) ? Fact.object(Type.getType(Class.class))
					: Fact.constant(((LdcInsnNode) insn).cst);
			case Opcodes.NEW -> Fact.object(Type.getObjectType(((TypeInsnNode) insn).desc));
			case Opcodes.GETSTATIC -> {
				FieldInsnNode field = (FieldInsnNode) insn;
				Fact known = isBeforeBranches(insn) ? this.statics.get(field.owner + '.' + field.name) : null;
				yield (known != null) ? known : Fact.nothing(Type.getType(field.desc));
			}
			default -> fact(this.types.newOperation(insn));
		};
	}

	private static boolean isBeforeBranches(AbstractInsnNode insn) {
		AbstractInsnNode before = insn;
		while (before != null
				&& (before.getOpcode() >= 0 || before instanceof LabelNode || before instanceof LineNumberNode)
				&& !(before instanceof JumpInsnNode) && before.getOpcode() != Opcodes.TABLESWITCH
				&& before.getOpcode() != Opcodes.LOOKUPSWITCH) {
			before = before.getPrevious();
		}
		return before == null;
	}

	private static boolean isOnlyWrite(AbstractInsnNode insn, FieldInsnNode field) {
		for (AbstractInsnNode next = insn.getNext(); next != null; next = next.getNext()) {
			if (next.getOpcode() == Opcodes.PUTSTATIC && ((FieldInsnNode) next).name.equals(field.name)) {
				return false;
			}
		}
		return true;
	}

	@Override
	public Fact copyOperation(AbstractInsnNode insn, Fact value) {
		return value;
	}

	@Override
	public @Nullable Fact unaryOperation(AbstractInsnNode insn, Fact value) throws AnalyzerException {
		switch (insn.getOpcode()) {
			case Opcodes.GETFIELD, Opcodes.ARRAYLENGTH -> require(value.nonNull());
			case Opcodes.ATHROW, Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> require(false);
			case Opcodes.CHECKCAST -> {
				require(isOf(value, Type.getObjectType(((TypeInsnNode) insn).desc)));
				return value;
			}
			case Opcodes.NEWARRAY, Opcodes.ANEWARRAY -> {
				require(value.isNatural());
				return Fact.array(arrayType(insn), (value.constant() instanceof Integer length) ? length : -1);
			}
			case Opcodes.PUTSTATIC -> {
				FieldInsnNode field = (FieldInsnNode) insn;
				if (isBeforeBranches(insn) && isOnlyWrite(insn, field)) {
					this.statics.put(field.owner + '.' + field.name, value);
				}
			}
			default -> {
			}
		}
		return fact(this.types.unaryOperation(insn, BasicValue.REFERENCE_VALUE));
	}

	private static Type arrayType(AbstractInsnNode insn) {
		return (insn instanceof TypeInsnNode array) ? Type.getType('[' + Type.getObjectType(array.desc).getDescriptor())
				: Type.getType(Object.class);
	}

	private boolean isOf(Fact value, Type type) {
		return value.type() != null && this.index.isAssignable(value.type().getInternalName(), type.getInternalName());
	}

	@Override
	public @Nullable Fact binaryOperation(AbstractInsnNode insn, Fact first, Fact second) throws AnalyzerException {
		switch (insn.getOpcode()) {
			case Opcodes.IDIV, Opcodes.IREM, Opcodes.LDIV, Opcodes.LREM ->
				require(second.constant() instanceof Number divisor && divisor.longValue() != 0);
			case Opcodes.PUTFIELD -> require(first.nonNull());
			default -> require(!Operands.isArrayLoad(insn) || isWithin(first, second));
		}
		return fact(this.types.binaryOperation(insn, BasicValue.REFERENCE_VALUE, BasicValue.REFERENCE_VALUE));
	}

	private static boolean isWithin(Fact array, Fact index) {
		return index.isNatural() && index.constant() instanceof Integer number && number < array.length();
	}

	@Override
	public @Nullable Fact ternaryOperation(AbstractInsnNode insn, Fact array, Fact index, Fact value)
			throws AnalyzerException {
		require(isWithin(array, index));
		if (insn.getOpcode() == Opcodes.AASTORE) {
			Type type = array.type();
			require(type != null && type.getSort() == Type.ARRAY
					&& isOf(value, Type.getType(type.getDescriptor().substring(1))));
		}
		return null;
	}

	@Override
	public @Nullable Fact naryOperation(AbstractInsnNode insn, List<? extends Fact> values) throws AnalyzerException {
		if (insn instanceof MethodInsnNode call) {
			require(call.getOpcode() == Opcodes.INVOKESTATIC || values.get(0).nonNull());
			Fact result = this.calls.result(call, List.copyOf(values), this.statics.keySet());
			require(result != null);
			return (result != null) ? result : Fact.nothing(Type.getReturnType(call.desc));
		}
		if (insn.getOpcode() == Opcodes.MULTIANEWARRAY) {
			require(values.stream().allMatch(Fact::isNatural));
		}
		if (insn instanceof InvokeDynamicInsnNode dynamic && Origin.isReference(Type.getReturnType(dynamic.desc))) {
			return Fact.object(Type.getReturnType(dynamic.desc));
		}
		return fact(this.types.naryOperation(insn, List.of()));
	}

	@Override
	public void returnOperation(AbstractInsnNode insn, Fact value, Fact expected) {
	}

	@Override
	public Fact merge(Fact first, Fact second) {
		return first.merge(second);
	}

	/**
	 * Decides whether calls complete.
	 */
	interface Calls {

		/**
		 * What a call returns, {@code null} if it may fail.
		 * @param written the static fields that were written before
		 */
		@Nullable Fact result(MethodInsnNode call, List<Fact> operands, Set<String> written);

	}

}
