package io.deco.weave;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes the synthetic methods of writes to fields: one defers the write, another makes
 * it.
 */
final class WriteMethods {

	private static final String PARAMETERS = "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;I";

	private final SyntheticMethods methods;

	WriteMethods(SyntheticMethods methods) {
		this.methods = methods;
	}

	/**
	 * The call of the method that defers a write: takes the target, if there is one, the
	 * value as an object, and the scope.
	 */
	MethodInsnNode write(MethodPlan plan, AbstractInsnNode access, MethodPlan.Write write) {
		boolean isStatic = access.getOpcode() == Opcodes.PUTSTATIC;
		Type result = (access instanceof MethodInsnNode call) ? Type.getReturnType(call.desc) : Type.VOID_TYPE;
		Handle setter = writeSetter(access, write, isStatic);
		Code code = Code.line(write.line());
		int value = (isStatic) ? 0 : 1;
		code.load(Code.SCOPE_TYPE, value + 1);
		code.site("write", PARAMETERS, setter, write.owner().replace('/', '.'), write.field(),
				this.methods.caller(plan.method()), this.methods.file(), write.line());
		if (isStatic) {
			code.insn(Opcodes.ACONST_NULL);
		}
		else {
			code.load(Types.OBJECT, 0);
		}
		code.load(Types.OBJECT, value)
			.runtime("write", "($Lio/deco/runtime/WriteSite;Ljava/lang/Object;Ljava/lang/Object;)V");
		if (result.getSort() == Type.VOID) {
			code.insn(Opcodes.RETURN);
		}
		else {
			code.load(Types.OBJECT, 0).cast(result).insn(Opcodes.ARETURN);
		}
		String target = (isStatic) ? "" : "L" + write.target() + ";";
		return this.methods.add("write",
				"(" + target + "Ljava/lang/Object;" + Code.SCOPE_TYPE.getDescriptor() + ")" + result, code.list());
	}

	private Handle writeSetter(AbstractInsnNode access, MethodPlan.Write write, boolean isStatic) {
		Code code = Code.line(write.line());
		if (!isStatic) {
			code.load(Types.OBJECT, 0).cast(Type.getObjectType(write.target()));
		}
		if (access instanceof MethodInsnNode call) {
			code.load(Types.OBJECT, 1).unbox(Type.getArgumentTypes(call.desc)[0]);
			code.list().add(access.clone(null));
			if (Type.getReturnType(call.desc).getSort() != Type.VOID) {
				code.insn(Opcodes.POP);
			}
		}
		else {
			code.load(Types.OBJECT, 1).unbox(Type.getType(((FieldInsnNode) access).desc));
			code.list().add(access.clone(null));
		}
		code.insn(Opcodes.RETURN);
		return this.methods.handle(this.methods.add("set",
				Type.getMethodDescriptor(Type.VOID_TYPE, Types.OBJECT, Types.OBJECT), code.list()));
	}

}
