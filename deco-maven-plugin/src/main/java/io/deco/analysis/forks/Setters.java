package io.deco.analysis.forks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.Access;
import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Call;
import io.deco.analysis.effects.Dispatch;
import io.deco.analysis.flow.Operands;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the calls of methods that do nothing but store their argument in a field of their
 * receiver, and perhaps return that: setters, and the steps of builders.
 */
public final class Setters {

	private static final int MAX_LENGTH = 5;

	private final ClassIndex index;

	private final Dispatch dispatch;

	private final Map<String, Optional<FieldInsnNode>> known = new ConcurrentHashMap<>();

	public Setters(ClassIndex index) {
		this.index = index;
		this.dispatch = new Dispatch(index);
	}

	/**
	 * The write that a call certainly makes, {@code null} if it may do anything else.
	 * @param from the class in which the call is
	 */
	@Nullable FieldInsnNode writeOf(MethodInsnNode call, String from) {
		if (isElsewhere(call, from) || call.getOpcode() == Opcodes.INVOKESTATIC || Type.getArgumentCount(call.desc) != 1
				|| call.name.equals("<init>") || this.index.isPlatform(call.owner)) {
			return null;
		}
		return this.known
			.computeIfAbsent(call.getOpcode() + call.owner + '.' + call.name + call.desc,
					(key) -> Optional.ofNullable(find(call)))
			.orElse(null);
	}

	/**
	 * Whether only the calling method itself may make the call.
	 */
	private boolean isElsewhere(MethodInsnNode call, String from) {
		if (call.getOpcode() == Opcodes.INVOKESPECIAL) {
			return !call.owner.equals(from);
		}
		DeclaredMethod resolved = this.index.resolveMethod(call.owner, call.name, call.desc);
		return resolved != null && Access.isOnlyForOwn(resolved.method().access, resolved.type().name, from);
	}

	private @Nullable FieldInsnNode find(MethodInsnNode call) {
		DeclaredMethod resolved = this.index.resolveMethod(call.owner, call.name, call.desc);
		if (resolved == null) {
			return null;
		}
		Dispatch.Targets targets = this.dispatch.of(
				new Call(call.getOpcode(), call.owner, call.name, call.desc, List.of(Type.getArgumentTypes(call.desc))),
				resolved);
		return (targets.obstacle() == null && targets.methods().size() == 1) ? writeIn(targets.methods().get(0)) : null;
	}

	private static @Nullable FieldInsnNode writeIn(DeclaredMethod method) {
		if ((method.method().access & (Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_STATIC)) != 0
				|| Annotations.has(method.method(), Annotations.CONCURRENT)) {
			return null;
		}
		List<AbstractInsnNode> code = new ArrayList<>();
		for (AbstractInsnNode insn : method.method().instructions) {
			if (insn.getOpcode() >= 0) {
				code.add(insn);
			}
			if (code.size() > MAX_LENGTH) {
				return null;
			}
		}
		boolean stores = code.size() >= 4 && loads(code.get(0), 0) && loads(code.get(1), 1)
				&& code.get(2).getOpcode() == Opcodes.PUTFIELD;
		boolean returns = (code.size() == 4 && code.get(3).getOpcode() == Opcodes.RETURN)
				|| (code.size() == 5 && loads(code.get(3), 0) && code.get(4).getOpcode() == Opcodes.ARETURN);
		return (stores && returns) ? (FieldInsnNode) code.get(2) : null;
	}

	private static boolean loads(AbstractInsnNode insn, int local) {
		return Operands.isLoad(insn) && ((VarInsnNode) insn).var == local;
	}

}
