package io.deco.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.forks.Boxes;
import io.deco.analysis.forks.Step;
import io.deco.analysis.streams.ElementCode;
import io.deco.analysis.streams.Pipeline;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the synthetic methods that make the functions of a pipeline: as they were
 * written, and so that they prepare their calls. Which of the two runs is known when the
 * run of the pipeline is.
 */
final class PipelineFunctions {

	private static final Type FUNCTION = Type.getObjectType("java/util/function/Function");

	private static final Type BI_FUNCTION = Type.getObjectType("java/util/function/BiFunction");

	private final String caller;

	private final SyntheticMethods methods;

	private final ForkMethods forks;

	private final PipelineConditions conditions;

	PipelineFunctions(String caller, SyntheticMethods methods) {
		this.caller = caller;
		this.methods = methods;
		this.forks = new ForkMethods(methods);
		this.conditions = new PipelineConditions(methods);
	}

	/**
	 * Makes both forms of a function from what it captures.
	 * @param later whether its stage comes after another
	 */
	MethodInsnNode function(Pipeline.Stage stage, boolean later) {
		InvokeDynamicInsnNode plain = stage.function();
		List<Type> captured = List.of(Type.getArgumentTypes(plain.desc));
		List<Type> parameters = new ArrayList<>(captured);
		parameters.add(Types.OBJECT);
		Code code = new Code();
		int[] slots = Code.slots(parameters);
		if (later) {
			this.conditions.add(code, stage.code(), parameters);
		}
		code.load(captured, slots);
		code.list().add(plain.clone(null));
		Type prepared = prepared(code, stage, captured, slots);
		code.runtime("function", "(Ljava/lang/Object;" + prepared.getDescriptor() + ")Ljava/lang/Object;")
			.insn(Opcodes.ARETURN);
		return this.methods.add("function", Type.getMethodDescriptor(Types.OBJECT, parameters.toArray(Type[]::new)),
				code.list());
	}

	/**
	 * Makes a function as it was written from what it captures, or what gives its results
	 * if there is a run.
	 * @param later whether its stage comes after another
	 */
	MethodInsnNode result(Pipeline.Stage stage, boolean later) {
		InvokeDynamicInsnNode plain = stage.function();
		List<Type> captured = List.of(Type.getArgumentTypes(plain.desc));
		List<Type> parameters = new ArrayList<>(captured);
		parameters.add(Types.OBJECT);
		int[] slots = Code.slots(parameters);
		int run = slots[captured.size()];
		LabelNode ahead = new LabelNode();
		Code code = new Code().load(Types.OBJECT, run);
		code.list().add(new JumpInsnNode(Opcodes.IFNONNULL, ahead));
		code.load(captured, slots);
		code.list().add(plain.clone(null));
		code.insn(Opcodes.ARETURN);
		code.list().add(ahead);
		if (later) {
			this.conditions.add(code, stage.code(), parameters);
		}
		prepared(code, stage, captured, slots);
		Type result = Type.getReturnType(plain.desc);
		code.load(Types.OBJECT, run)
			.runtime("result", "(Ljava/util/function/Function;Ljava/lang/Object;)Ljava/lang/Object;")
			.cast(result)
			.insn(Opcodes.ARETURN);
		return this.methods.add("result", Type.getMethodDescriptor(result, parameters.toArray(Type[]::new)),
				code.list());
	}

	/**
	 * Makes the prepared form of a function, and returns its type.
	 */
	private Type prepared(Code code, Pipeline.Stage stage, List<Type> captured, int[] slots) {
		MethodInsnNode element = element(stage.code());
		List<Type> taken = List.of(Type.getArgumentTypes(element.desc));
		Type[] elements = taken.subList(1 + captured.size(), taken.size())
			.stream()
			.map((type) -> Types.isPrimitive(type) ? Boxes.of(type) : type)
			.toArray(Type[]::new);
		Type function = (elements.length == 2) ? BI_FUNCTION : FUNCTION;
		Type[] objects = new Type[elements.length];
		Arrays.fill(objects, Types.OBJECT);
		code.load(Types.OBJECT, slots[captured.size()]);
		code.load(captured, slots);
		List<Type> prepared = new ArrayList<>(captured);
		prepared.add(0, Types.OBJECT);
		code.lambda("apply", Type.getMethodDescriptor(function, prepared.toArray(Type[]::new)),
				Type.getMethodType(Types.OBJECT, objects), this.methods.handle(element),
				Type.getMethodType(Types.OBJECT, elements));
		return function;
	}

	/**
	 * The code of a function for one element, with its calls prepared. Takes the run
	 * first, so that all variables move up by one.
	 */
	private MethodInsnNode element(ElementCode code) {
		MethodNode body = code.method();
		Type result = Type.getReturnType(body.desc);
		int free = LocalVariables.firstFree(body) + 1;
		LocalVariables.moveUp(body);
		code.reviewed().forEach((insn, operands) -> {
			Code check = new Code();
			OperandMoves.apply(check, operands, free, (operand) -> {
				Step.Use use = operand.use();
				if (use != null) {
					check.insn(Opcodes.DUP).load(Types.OBJECT, 0).number(use.number());
					check.runtime("check", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
				}
			});
			body.instructions.insertBefore(insn, check.list());
		});
		code.returns().forEach((insn) -> {
			Code box = new Code();
			if (result.getSort() == Type.VOID) {
				box.insn(Opcodes.ACONST_NULL);
			}
			else {
				box.box(result);
			}
			body.instructions.insertBefore(insn, box.list());
			body.instructions.set(insn, new InsnNode(Opcodes.ARETURN));
		});
		code.calls().forEach((call) -> {
			body.instructions.insert(call.call(), new InsnNode(Opcodes.ARETURN));
			body.instructions.set(call.call(), this.forks.prepare(this.caller, call));
			call.folded().forEach(body.instructions::remove);
		});
		String parameters = body.desc.substring(1, body.desc.indexOf(')') + 1);
		return this.methods.add("element", "(Ljava/lang/Object;" + parameters + "Ljava/lang/Object;", body.instructions,
				List.of(), (body.localVariables != null) ? body.localVariables : List.of());
	}

}
