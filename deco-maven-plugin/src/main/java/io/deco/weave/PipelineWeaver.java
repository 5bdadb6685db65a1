package io.deco.weave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.streams.Pipeline;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Rewrites the stream pipelines of a method whose concurrent calls are made ahead.
 * <p>
 * Before the stream is made, the run of the pipeline is begun and kept in a variable; if
 * there is none, all is as it was written. Each function that makes concurrent calls is
 * made twice, as it was written and so that it prepares its calls; the call that takes it
 * gives both to the runtime. What ends the pipeline ends its run, either way. All of this
 * is in synthetic methods, so that the expression itself keeps its form.
 */
final class PipelineWeaver {

	private final MethodNode method;

	private final String caller;

	private final SyntheticMethods methods;

	private final PipelineFunctions functions;

	private int nextSlot;

	PipelineWeaver(MethodNode method, SyntheticMethods methods) {
		this.caller = methods.caller(method);
		this.method = method;
		this.methods = methods;
		this.functions = new PipelineFunctions(this.caller, methods);
		this.nextSlot = LocalVariables.firstFree(method);
	}

	void weave(Pipeline pipeline) {
		int run = this.nextSlot++;
		begin(pipeline, run);
		Map<MethodInsnNode, Boolean> calls = new LinkedHashMap<>();
		for (Pipeline.Stage stage : pipeline.stages()) {
			boolean later = stage.call() != pipeline.stages().get(0).call();
			replace(stage.function(), run, (stage.keepsElements()) ? this.functions.result(stage, later)
					: this.functions.function(stage, later));
			calls.put(stage.call(), stage.keepsElements());
		}
		MethodInsnNode end = pipeline.end();
		Boolean keepsElements = calls.remove(end);
		calls.forEach((call, keeps) -> replace(call, run, (keeps) ? filter(call) : map(call)));
		boolean loop = keepsElements != null && !keepsElements;
		replace(end, run, (!loop) ? end(end, keepsElements != null)
				: (pipeline.source() != null) ? loop(end) : collectionLoop(end));
	}

	private void begin(Pipeline pipeline, int run) {
		Code code = new Code();
		code.insn((pipeline.reviewed()) ? Opcodes.DUP : Opcodes.ACONST_NULL);
		if ((this.method.access & Opcodes.ACC_STATIC) != 0) {
			code.insn(Opcodes.ACONST_NULL);
		}
		else {
			code.load(Types.OBJECT, 0);
		}
		code.constant(this.caller)
			.runtime("pipeline", "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;")
			.store(Types.OBJECT, run);
		AbstractInsnNode first = (pipeline.source() != null) ? pipeline.source() : pipeline.stages().get(0).function();
		this.method.instructions.insertBefore(first, code.list());
	}

	private void replace(AbstractInsnNode insn, int run, MethodInsnNode by) {
		this.method.instructions.insertBefore(insn, new VarInsnNode(Opcodes.ALOAD, run));
		this.method.instructions.set(insn, by);
	}

	private MethodInsnNode map(MethodInsnNode call) {
		Type stream = Type.getObjectType(call.owner);
		Type result = Type.getReturnType(call.desc);
		LabelNode ahead = new LabelNode();
		Code code = unlessAhead(2, ahead, stream, call).insn(Opcodes.ARETURN);
		code.list().add(ahead);
		code.load(stream, 0).load(Types.OBJECT, 1).load(Types.OBJECT, 2).number(kind(result));
		code.runtime("map", "(Ljava/util/stream/BaseStream;Ljava/lang/Object;Ljava/lang/Object;I)"
				+ "Ljava/util/stream/BaseStream;")
			.cast(result)
			.insn(Opcodes.ARETURN);
		return this.methods.add("map", Type.getMethodDescriptor(result, stream, Types.OBJECT, Types.OBJECT),
				code.list());
	}

	private static int kind(Type stream) {
		return switch (stream.getInternalName()) {
			case "java/util/stream/IntStream" -> 'I';
			case "java/util/stream/LongStream" -> 'J';
			case "java/util/stream/DoubleStream" -> 'D';
			default -> 'L';
		};
	}

	/**
	 * Makes a call that takes the elements themselves, with the calls of its functions
	 * ahead if there is a run.
	 */
	private MethodInsnNode filter(MethodInsnNode call) {
		Type stream = Type.getObjectType(call.owner);
		Type function = Type.getArgumentTypes(call.desc)[0];
		Code code = Code.lineOf(call);
		ahead(code, stream, 2);
		code.load(function, 1);
		code.list().add(call.clone(null));
		code.insn(Opcodes.ARETURN);
		return this.methods.add("filter", Type.getMethodDescriptor(stream, stream, function, Types.OBJECT),
				code.list());
	}

	/**
	 * Leaves the stream in the first variable, or that of the calls ahead if there is a
	 * run.
	 */
	private static void ahead(Code code, Type stream, int run) {
		LabelNode plain = new LabelNode();
		code.load(Types.OBJECT, run);
		code.list().add(new JumpInsnNode(Opcodes.IFNULL, plain));
		code.load(stream, 0)
			.load(Types.OBJECT, run)
			.runtime("ahead", "(Ljava/util/stream/BaseStream;Ljava/lang/Object;)Ljava/util/stream/BaseStream;")
			.cast(stream)
			.store(stream, 0);
		code.list().add(plain);
		code.load(stream, 0);
	}

	/**
	 * Makes a call with its function as it was written, unless there is a run.
	 */
	private static Code unlessAhead(int run, LabelNode ahead, Type receiver, MethodInsnNode call) {
		Code code = Code.lineOf(call).load(Types.OBJECT, run);
		code.list().add(new JumpInsnNode(Opcodes.IFNONNULL, ahead));
		return plainCall(code, receiver, call);
	}

	private static Code plainCall(Code code, Type receiver, MethodInsnNode call) {
		code.load(receiver, 0)
			.load(Types.OBJECT, 1)
			.runtime("plain", "(Ljava/lang/Object;)Ljava/lang/Object;")
			.cast(Type.getArgumentTypes(call.desc)[0]);
		code.list().add(call.clone(null));
		return code;
	}

	private MethodInsnNode loop(MethodInsnNode call) {
		Type stream = Type.getObjectType(call.owner);
		LabelNode ahead = new LabelNode();
		Code code = unlessAhead(2, ahead, stream, call).insn(Opcodes.RETURN);
		code.list().add(ahead);
		code.load(stream, 0)
			.load(Types.OBJECT, 1)
			.load(Types.OBJECT, 2)
			.runtime("forEach", "(Ljava/util/stream/BaseStream;Ljava/lang/Object;Ljava/lang/Object;)V")
			.insn(Opcodes.RETURN);
		return this.methods.add("loop", Type.getMethodDescriptor(Type.VOID_TYPE, stream, Types.OBJECT, Types.OBJECT),
				code.list());
	}

	private MethodInsnNode collectionLoop(MethodInsnNode call) {
		boolean entries = call.desc.contains("BiConsumer");
		Type collection = Type.getObjectType(call.owner);
		LabelNode done = new LabelNode();
		Code code = Code.lineOf(call)
			.load(collection, 0)
			.load(Types.OBJECT, 1)
			.load(Types.OBJECT, 2)
			.runtime("forEach", "(L" + ((entries) ? "java/util/Map" : "java/lang/Iterable")
					+ ";Ljava/lang/Object;Ljava/lang/Object;)Z");
		code.list().add(new JumpInsnNode(Opcodes.IFNE, done));
		plainCall(code, collection, call);
		code.list().add(done);
		code.insn(Opcodes.RETURN);
		return this.methods.add("loop",
				Type.getMethodDescriptor(Type.VOID_TYPE, collection, Types.OBJECT, Types.OBJECT), code.list());
	}

	/**
	 * Makes the call that ends a pipeline, and then ends its run.
	 */
	private MethodInsnNode end(MethodInsnNode call, boolean ahead) {
		List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
		parameters.add(0, Type.getObjectType(call.owner));
		parameters.add(Types.OBJECT);
		int[] slots = Code.slots(parameters);
		int run = slots[slots.length - 1];
		Type result = Type.getReturnType(call.desc);
		LabelNode start = new LabelNode();
		LabelNode thrown = new LabelNode();
		Code code = Code.lineOf(call);
		code.list().add(start);
		if (ahead) {
			ahead(code, parameters.get(0), run);
			code.load(parameters.get(1), slots[1]);
		}
		else {
			code.load(parameters.subList(0, parameters.size() - 1), slots);
		}
		code.list().add(call.clone(null));
		end(code, run);
		code.insn(result.getOpcode(Opcodes.IRETURN));
		code.list().add(thrown);
		end(code, run);
		code.insn(Opcodes.ATHROW);
		return this.methods.add("end", Type.getMethodDescriptor(result, parameters.toArray(Type[]::new)), code.list(),
				List.of(new TryCatchBlockNode(start, thrown, thrown, null)), List.of());
	}

	private static void end(Code code, int run) {
		code.load(Types.OBJECT, run).runtime("end", "(Ljava/lang/Object;)V");
	}

}
