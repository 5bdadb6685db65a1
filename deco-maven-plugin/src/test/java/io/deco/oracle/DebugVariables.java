package io.deco.oracle;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Compares what a class file tells debuggers of its local variables with what is in their
 * slots.
 */
final class DebugVariables {

	private final List<String> faults = new ArrayList<>();

	private DebugVariables() {
	}

	/**
	 * Finds the variables whose slot holds, somewhere in their range, what they are not.
	 */
	static List<String> faults(byte[] classFile) {
		ClassNode type = new ClassNode();
		new ClassReader(classFile).accept(type, 0);
		DebugVariables variables = new DebugVariables();
		type.methods.forEach((method) -> variables.check(type, method));
		return variables.faults;
	}

	private void check(ClassNode type, MethodNode method) {
		if (method.localVariables == null) {
			return;
		}
		try {
			Frame<BasicValue>[] frames = new Analyzer<>(new BasicInterpreter()).analyze(type.name, method);
			method.localVariables.forEach((variable) -> check(type, method, variable, frames));
		}
		catch (AnalyzerException ex) {
			throw new AssertionError(type.name + "." + method.name, ex);
		}
	}

	private void check(ClassNode type, MethodNode method, LocalVariableNode variable, Frame<BasicValue>[] frames) {
		int end = method.instructions.indexOf(variable.end);
		for (int i = method.instructions.indexOf(variable.start); i < end; i++) {
			boolean real = method.instructions.get(i).getOpcode() >= Opcodes.NOP;
			if (real && frames[i] != null && !holds(frames[i].getLocal(variable.index), variable)) {
				this.faults.add(type.name + "." + method.name + ": " + variable.name + " " + variable.desc + " in slot "
						+ variable.index + " is " + frames[i].getLocal(variable.index) + " at instruction " + i);
				return;
			}
		}
	}

	private static boolean holds(BasicValue value, LocalVariableNode variable) {
		Type expected = Type.getType(variable.desc);
		boolean reference = expected.getSort() == Type.OBJECT || expected.getSort() == Type.ARRAY;
		if (value.equals(BasicValue.UNINITIALIZED_VALUE)) {
			return false;
		}
		return (reference) ? value.isReference() : new BasicInterpreter().newValue(expected).equals(value);
	}

}
