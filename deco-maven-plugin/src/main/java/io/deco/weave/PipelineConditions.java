package io.deco.weave;

import java.util.List;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.streams.ElementCode;
import io.deco.analysis.streams.Receiver;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes the synthetic methods that look whether the calls of a function are those of
 * concurrent beans, which is so for all elements or for none. The stages before make
 * their calls ahead only while it is.
 */
final class PipelineConditions {

	private static final Type CONDITION = Type.getObjectType("java/util/function/BooleanSupplier");

	private final SyntheticMethods methods;

	PipelineConditions(SyntheticMethods methods) {
		this.methods = methods;
	}

	/**
	 * Tells the run of a pipeline what must hold.
	 * @param parameters what the function captures, and the run, as they are in the first
	 * variables
	 */
	void add(Code code, ElementCode function, List<Type> parameters) {
		int[] slots = Code.slots(parameters);
		int run = slots[slots.length - 1];
		Type[] captured = parameters.toArray(Type[]::new);
		MethodInsnNode test = test(function, Type.getMethodDescriptor(Type.BOOLEAN_TYPE, captured), run);
		Type method = Type.getMethodType(Type.BOOLEAN_TYPE);
		code.load(parameters, slots)
			.lambda("getAsBoolean", Type.getMethodDescriptor(CONDITION, captured), method, this.methods.handle(test),
					method)
			.load(Types.OBJECT, run)
			.runtime("mayOverlapIf", "(Ljava/util/function/BooleanSupplier;Ljava/lang/Object;)V");
	}

	private MethodInsnNode test(ElementCode function, String descriptor, int run) {
		Code code = new Code();
		LabelNode ordinary = new LabelNode();
		for (Receiver receiver : function.receivers()) {
			push(code, receiver);
			code.constant(receiver.call().call().name)
				.constant(receiver.call().call().desc)
				.load(Types.OBJECT, run)
				.runtime("isConcurrent", "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)Z");
			code.list().add(new JumpInsnNode(Opcodes.IFEQ, ordinary));
		}
		code.insn(Opcodes.ICONST_1).insn(Opcodes.IRETURN);
		code.list().add(ordinary);
		code.insn(Opcodes.ICONST_0).insn(Opcodes.IRETURN);
		return this.methods.add("condition", descriptor, code.list());
	}

	/**
	 * Pushes a receiver, or {@code null} if there is none or something on the way to it
	 * is {@code null}: the function then fails before it makes the call.
	 */
	private static void push(Code code, Receiver receiver) {
		LabelNode end = new LabelNode();
		if (receiver.local() >= 0) {
			code.load(Types.OBJECT, receiver.local());
		}
		else if (receiver.fields().isEmpty()) {
			code.insn(Opcodes.ACONST_NULL);
		}
		for (FieldInsnNode field : receiver.fields()) {
			if (field.getOpcode() == Opcodes.GETFIELD) {
				code.insn(Opcodes.DUP);
				code.list().add(new JumpInsnNode(Opcodes.IFNULL, end));
				code.cast(Type.getObjectType(field.owner));
			}
			code.list().add(field.clone(null));
		}
		code.list().add(end);
	}

}
