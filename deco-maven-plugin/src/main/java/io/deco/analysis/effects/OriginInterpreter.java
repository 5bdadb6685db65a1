package io.deco.analysis.effects;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ImmutableTypes;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Follows values through a method, to know which objects it made itself.
 */
final class OriginInterpreter extends Interpreter<Origin> {

	/** Methods that make an iterator. */
	private static final Set<String> ITERATORS = Set.of("iterator", "listIterator", "descendingIterator", "elements",
			"keys", "entries", "asIterator");

	private final ClassIndex index;

	private final String owner;

	private final boolean constructor;

	private final MadeObjects made;

	private final Map<String, Origin> freshStatics;

	private final HoldingExceptions exceptions;

	private int parameter;

	/**
	 * Creates an interpreter for one analysis.
	 * @param made what the objects that the method makes come to hold
	 * @param freshStatics what the static fields of the class hold, if nobody else can
	 * see it: while the class is being initialised
	 */
	OriginInterpreter(ClassIndex index, String owner, String name, MadeObjects made, Map<String, Origin> freshStatics) {
		super(Opcodes.ASM9);
		this.index = index;
		this.owner = owner;
		this.constructor = name.equals("<init>");
		this.made = made;
		this.freshStatics = freshStatics;
		this.exceptions = new HoldingExceptions(index);
	}

	@Override
	public @Nullable Origin newValue(@Nullable Type type) {
		if (type == null) {
			return Origin.none(1);
		}
		return (type.getSort() == Type.VOID) ? null : Origin.reached(type, 0);
	}

	@Override
	public @Nullable Origin newParameterValue(boolean isInstanceMethod, int local, Type type) {
		if (isInstanceMethod && local == 0) {
			return this.constructor ? Origin.fresh(type, false).from(this.made.place("this"), 0)
					: Origin.parameter(type, ArgumentWrites.Written.RECEIVER);
		}
		long bit = (this.parameter < Long.SIZE) ? 1L << this.parameter : -1L;
		this.parameter++;
		return Origin.parameter(type, bit);
	}

	@Override
	public Origin newExceptionValue(TryCatchBlockNode block, Frame<Origin> handler, Type type) {
		return known(Origin.reached(type, 0), type);
	}

	/**
	 * What is known of an object with its type: an exception may hold anything that the
	 * method was given, whoever threw it.
	 */
	private Origin known(Origin value, Type type) {
		return (value.isReached() && this.exceptions.contain(type))
				? Origin.reached(type, -1L).from(value.made(), value.within()) : value.as(type);
	}

	@Override
	public Origin newEmptyValue(int local) {
		return Origin.none(1);
	}

	@Override
	public Origin newOperation(AbstractInsnNode instruction) {
		return switch (instruction.getOpcode()) {
			case Opcodes.ACONST_NULL -> Origin.fresh(null, true);
			case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> Origin.none(2);
			case Opcodes.LDC -> constant(((LdcInsnNode) instruction).cst);
			case Opcodes.GETSTATIC -> staticField((FieldInsnNode) instruction);
			case Opcodes.NEW -> {
				String type = ((TypeInsnNode) instruction).desc;
				yield madeAt(instruction, Type.getObjectType(type), this.index.isPlatform(type));
			}
			default -> Origin.none(1);
		};
	}

	private Origin madeAt(AbstractInsnNode instruction, @Nullable Type type, boolean platform) {
		return Origin.fresh(type, platform).from(this.made.place(instruction), 0);
	}

	private static Origin constant(Object value) {
		if (value instanceof Long || value instanceof Double) {
			return Origin.none(2);
		}
		if (value instanceof Integer || value instanceof Float) {
			return Origin.none(1);
		}
		String type = (value instanceof String) ? "java/lang/String"
				: (value instanceof Type) ? "java/lang/Class" : "java/lang/Object";
		return Origin.reached(Type.getObjectType(type), 0);
	}

	private Origin staticField(FieldInsnNode field) {
		Type type = Type.getType(field.desc);
		Origin fresh = field.owner.equals(this.owner) ? this.freshStatics.get(field.name) : null;
		if (fresh != null && Origin.isReference(type)) {
			return fresh;
		}
		// The table behind a switch over an enum: an array that nobody changes
		return field.name.startsWith("$SwitchMap$") ? Origin.parameter(type, 0) : Origin.reached(type, 0);
	}

	@Override
	public Origin copyOperation(AbstractInsnNode instruction, Origin value) {
		return value;
	}

	@Override
	public @Nullable Origin unaryOperation(AbstractInsnNode instruction, Origin value) {
		return switch (instruction.getOpcode()) {
			case Opcodes.I2L, Opcodes.I2D, Opcodes.F2L, Opcodes.F2D, Opcodes.L2D, Opcodes.D2L, Opcodes.LNEG,
					Opcodes.DNEG ->
				Origin.none(2);
			case Opcodes.GETFIELD -> read(value, Type.getType(((FieldInsnNode) instruction).desc));
			case Opcodes.NEWARRAY -> madeAt(instruction, null, false);
			case Opcodes.ANEWARRAY -> madeAt(instruction,
					Type.getType('[' + Type.getObjectType(((TypeInsnNode) instruction).desc).getDescriptor()), false);
			case Opcodes.CHECKCAST -> known(value, Type.getObjectType(((TypeInsnNode) instruction).desc));
			default -> Origin.none(1);
		};
	}

	@Override
	public @Nullable Origin binaryOperation(AbstractInsnNode instruction, Origin first, Origin second) {
		return switch (instruction.getOpcode()) {
			case Opcodes.AALOAD -> read(first, element(first));
			case Opcodes.LALOAD, Opcodes.DALOAD, Opcodes.LADD, Opcodes.DADD, Opcodes.LSUB, Opcodes.DSUB, Opcodes.LMUL,
					Opcodes.DMUL, Opcodes.LDIV, Opcodes.DDIV, Opcodes.LREM, Opcodes.DREM, Opcodes.LSHL, Opcodes.LSHR,
					Opcodes.LUSHR, Opcodes.LAND, Opcodes.LOR, Opcodes.LXOR ->
				Origin.none(2);
			default -> Origin.none(1);
		};
	}

	private Origin read(Origin holder, Type type) {
		return Origin.reached(type, this.made.read(holder)).from(0, holder.made() | holder.within());
	}

	private static Type element(Origin array) {
		Type type = array.type();
		return (type != null && type.getSort() == Type.ARRAY) ? Type.getType(type.getDescriptor().substring(1))
				: Type.getObjectType("java/lang/Object");
	}

	@Override
	public @Nullable Origin ternaryOperation(AbstractInsnNode instruction, Origin first, Origin second, Origin third) {
		return null;
	}

	@Override
	public @Nullable Origin naryOperation(AbstractInsnNode instruction, List<? extends Origin> values) {
		if (instruction instanceof MultiANewArrayInsnNode) {
			return madeAt(instruction, null, false);
		}
		if (instruction instanceof InvokeDynamicInsnNode dynamic) {
			Type type = Type.getReturnType(dynamic.desc);
			return dynamic.bsm.getOwner().equals(DynamicCallEffects.LAMBDAS) ? function(type, values, instruction)
					: result(type, values, this.made::read, this.made.function(instruction));
		}
		MethodInsnNode call = (MethodInsnNode) instruction;
		Type type = Type.getReturnType(call.desc);
		if (call.owner.startsWith("java/util/function/") && Callbacks.isFunction(type)
				&& values.stream().allMatch(Origin::isOwn)) {
			return function(type, values, instruction);
		}
		if (call.owner.startsWith("[") && call.name.equals("clone")) {
			return madeAt(instruction, Type.getObjectType(call.owner), false);
		}
		if (call.getOpcode() != Opcodes.INVOKESTATIC && isView(values.get(0), type)) {
			return Origin.fresh(type, true).from(values.get(0).made(), values.get(0).within());
		}
		if (!Origin.isReference(type)) {
			return result(type, values, this.made::read, 0);
		}
		if (mayLookFurther(call, values)) {
			return result(type, values, this.made::reachable, this.made.place(instruction));
		}
		if (ITERATORS.contains(call.name)) {
			return result(type, values, this.made::read, this.made.iterator(instruction));
		}
		long shown = JdkViews.isMadeBy(call) ? values.get(0).made() : 0;
		return result(type, values, this.made::read, this.made.place(instruction) | shown);
	}

	/**
	 * Whether a call may return what is held further in than by its operands themselves.
	 * A method of the JDK mostly takes one step, and a getter always.
	 */
	private boolean mayLookFurther(MethodInsnNode call, List<? extends Origin> values) {
		boolean program = !this.index.isPlatform(call.owner) || Callbacks.isFunction(Type.getObjectType(call.owner));
		return program && values.stream().anyMatch((value) -> this.made.reachable(value) != this.made.read(value))
				&& !Getters.isCalled(call, this.index);
	}

	private @Nullable Origin function(Type type, List<? extends Origin> operands, AbstractInsnNode instruction) {
		Origin result = result(type, operands, this.made::read, this.made.function(instruction));
		return (result != null && result.isReference())
				? Origin.function(type, result.parameters()).from(result.made(), result.within()) : result;
	}

	/**
	 * What a call returns is an object of its own, or a part of one of its operands.
	 */
	private @Nullable Origin result(Type type, List<? extends Origin> operands, ToLongFunction<Origin> parts,
			long place) {
		long parameters = 0;
		long within = 0;
		for (Origin operand : operands) {
			if (operand.type() != null && ImmutableTypes.isKnown(operand.type())) {
				continue;
			}
			parameters |= parts.applyAsLong(operand);
			within |= operand.made() | operand.within();
		}
		return (type.getSort() == Type.VOID) ? null : Origin.reached(type, parameters).from(place, within);
	}

	/**
	 * What a JDK object that nobody else can see returns is a part of it (an iterator, a
	 * view, itself), unless the declared type says that it is an element.
	 */
	private boolean isView(Origin receiver, Type type) {
		return receiver.isFresh() && receiver.platform() && receiver.type() != null && type.getSort() == Type.OBJECT
				&& Set
					.of("java/util/Iterator", "java/util/ListIterator", "java/util/Set", "java/util/Collection",
							"java/lang/StringBuilder")
					.contains(type.getInternalName());
	}

	@Override
	public void returnOperation(AbstractInsnNode instruction, Origin value, Origin expected) {
	}

	@Override
	public Origin merge(Origin first, Origin second) {
		return first.merge(second);
	}

}
