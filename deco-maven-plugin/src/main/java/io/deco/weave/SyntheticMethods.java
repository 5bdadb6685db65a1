package io.deco.weave;

import java.util.ArrayList;
import java.util.List;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The synthetic methods that weaving adds to a class, most of them two for each site. A
 * woven method so grows by little more than one call a site, and keeps nothing of its
 * stack in local variables.
 */
final class SyntheticMethods {

	private final ClassNode type;

	private final List<MethodNode> methods = new ArrayList<>();

	SyntheticMethods(ClassNode type) {
		this.type = type;
	}

	List<MethodNode> all() {
		return this.methods;
	}

	/**
	 * The source file, empty if it is not known.
	 */
	String file() {
		return (this.type.sourceFile != null) ? this.type.sourceFile : "";
	}

	/**
	 * The name of a method of the class, for messages.
	 */
	String caller(MethodNode method) {
		return this.type.name.replace('/', '.') + "." + method.name;
	}

	/**
	 * The type in which an operand arrives in such a method.
	 */
	static Type arriving(MethodPlan.Operand operand) {
		return (operand.carried() || !Types.isPrimitive(operand.type())) ? Types.OBJECT : operand.type();
	}

	private boolean isInterface() {
		return (this.type.access & Opcodes.ACC_INTERFACE) != 0;
	}

	MethodInsnNode add(String kind, String descriptor, InsnList instructions) {
		return add(kind, descriptor, instructions, List.of(), List.of());
	}

	MethodInsnNode add(String kind, String descriptor, InsnList instructions, List<TryCatchBlockNode> handlers,
			List<LocalVariableNode> variables) {
		String name = "deco$" + kind + "$" + this.methods.size();
		MethodNode method = new MethodNode(Opcodes.ASM9,
				Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
		method.instructions.add(instructions);
		method.tryCatchBlocks.addAll(handlers);
		method.localVariables = new ArrayList<>(variables);
		this.methods.add(method);
		return new MethodInsnNode(Opcodes.INVOKESTATIC, this.type.name, name, descriptor, isInterface());
	}

	Handle handle(MethodInsnNode method) {
		return new Handle(Opcodes.H_INVOKESTATIC, method.owner, method.name, method.desc, isInterface());
	}

}
