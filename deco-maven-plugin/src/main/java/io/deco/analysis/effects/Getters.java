package io.deco.analysis.effects;

import java.util.List;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.MethodFamily;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells the methods of the program that return what their receiver holds itself, or what
 * they make. Any other may return what is held any number of levels further in.
 */
final class Getters {

	private Getters() {
	}

	static boolean isCalled(MethodInsnNode call, ClassIndex index) {
		DeclaredMethod resolved = index.resolveMethod(call.owner, call.name, call.desc);
		if (resolved == null || call.getOpcode() == Opcodes.INVOKESTATIC) {
			return false;
		}
		List<DeclaredMethod> implementations = MethodFamily.of(index, call.owner, resolved).implementations();
		return !implementations.isEmpty() && implementations.stream().allMatch(Getters::isOne);
	}

	private static boolean isOne(DeclaredMethod method) {
		for (AbstractInsnNode instruction : method.method().instructions) {
			boolean one = switch (instruction.getOpcode()) {
				case Opcodes.GETFIELD -> isOfThis(instruction);
				case Opcodes.INVOKESPECIAL -> makesEmpty((MethodInsnNode) instruction);
				case Opcodes.AALOAD, Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE, Opcodes.INVOKESTATIC,
						Opcodes.INVOKEDYNAMIC ->
					false;
				default -> true;
			};
			if (!one) {
				return false;
			}
		}
		return method.method().instructions.size() > 0;
	}

	private static boolean isOfThis(AbstractInsnNode read) {
		AbstractInsnNode before = read.getPrevious();
		while (before != null && before.getOpcode() < 0) {
			before = before.getPrevious();
		}
		return before instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD && load.var == 0;
	}

	private static boolean makesEmpty(MethodInsnNode call) {
		return call.name.equals("<init>") && call.desc.equals("()V");
	}

}
