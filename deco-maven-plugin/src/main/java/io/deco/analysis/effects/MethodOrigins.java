package io.deco.analysis.effects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Computes where the values in a method come from, before each of its instructions.
 */
final class MethodOrigins {

	private static final int MAX_ROUNDS = 5;

	private MethodOrigins() {
	}

	static Frame<Origin>[] of(ClassIndex index, DeclaredMethod declared) throws AnalyzerException {
		return of(index, declared, new MadeObjects());
	}

	/**
	 * Computes where values come from, if it is known what the method puts into objects
	 * that it makes.
	 */
	static Frame<Origin>[] of(ClassIndex index, DeclaredMethod declared, MadeObjects made) throws AnalyzerException {
		if (!declared.method().name.equals("<clinit>")) {
			return analyze(index, declared, made, Map.of());
		}
		// What a static field holds is assumed fresh as long as all that is stored in it
		// turns out to be, under that assumption.
		Map<String, Origin> assumed = Map.of();
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Frame<Origin>[] frames = analyze(index, declared, made, assumed);
			Map<String, Origin> stored = freshlyStored(declared, frames);
			if (stored.equals(assumed)) {
				return frames;
			}
			assumed = stored;
		}
		return analyze(index, declared, made, Map.of());
	}

	private static Frame<Origin>[] analyze(ClassIndex index, DeclaredMethod declared, MadeObjects made,
			Map<String, Origin> freshStatics) throws AnalyzerException {
		String owner = declared.type().name;
		Analyzer<Origin> analyzer = new Analyzer<>(
				new OriginInterpreter(index, owner, declared.method().name, made, freshStatics));
		try {
			return analyzer.analyze(owner, declared.method());
		}
		catch (LimitExceededException ex) {
			throw new AnalyzerException(null, "it is too long to be followed", ex);
		}
	}

	private static Map<String, Origin> freshlyStored(DeclaredMethod declared, Frame<Origin>[] frames) {
		MethodNode method = declared.method();
		Map<String, Origin> stored = new HashMap<>();
		Set<String> others = new HashSet<>();
		for (int i = 0; i < frames.length; i++) {
			if (frames[i] != null && method.instructions.get(i) instanceof FieldInsnNode field
					&& field.getOpcode() == Opcodes.PUTSTATIC && field.owner.equals(declared.type().name)) {
				Origin value = top(frames[i], 0);
				stored.merge(field.name, value, Origin::merge);
				if (!value.isFresh()) {
					others.add(field.name);
				}
			}
		}
		stored.keySet().removeAll(others);
		return stored;
	}

	/**
	 * The value at a depth of the stack, 0 at its top.
	 */
	static Origin top(Frame<Origin> frame, int depth) {
		return frame.getStack(frame.getStackSize() - 1 - depth);
	}

	/**
	 * The values that a call consumes, the receiver first.
	 */
	static List<Origin> operands(AbstractInsnNode instruction, Frame<Origin> frame) {
		boolean receiver = instruction instanceof MethodInsnNode call && call.getOpcode() != Opcodes.INVOKESTATIC;
		String descriptor = (instruction instanceof MethodInsnNode call) ? call.desc
				: ((InvokeDynamicInsnNode) instruction).desc;
		int count = Type.getArgumentCount(descriptor) + (receiver ? 1 : 0);
		List<Origin> operands = new ArrayList<>(count);
		for (int i = count - 1; i >= 0; i--) {
			operands.add(top(frame, i));
		}
		return operands;
	}

}
