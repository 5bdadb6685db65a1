package io.deco.oracle.stress;

import java.util.regex.Pattern;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Says which methods of a library are taken to be concurrent.
 */
@FunctionalInterface
interface Choice {

	/** Every method: enough to weave, but the woven library means something else. */
	Choice EVERY = (type, method) -> true;

	boolean isConcurrent(ClassNode type, MethodNode method);

	/**
	 * The methods that keep the user's part of the contract whoever calls them: they
	 * return a value, have no effect, and read nothing that may change but what their
	 * arguments themselves hold.
	 */
	static Choice pure(ClassIndex index) {
		Effects effects = new Effects(index);
		return (type, method) -> {
			boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
			int opcode = isStatic ? Opcodes.INVOKESTATIC
					: (type.access & Opcodes.ACC_INTERFACE) != 0 ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
			return Type.getReturnType(method.desc).getSort() != Type.VOID && (isStatic || neverChanges(type, index))
					&& effects.ofCall(opcode, type.name, method.name, method.desc)
						.kind() == Effects.Effect.Kind.SHALLOW;
		};
	}

	private static boolean neverChanges(ClassNode type, ClassIndex index) {
		if ((type.access & Opcodes.ACC_INTERFACE) != 0 || !hasOnlyFinalFields(type, index)) {
			return false;
		}
		return index.subtypes(type.name).stream().map(index::find).allMatch((subtype) -> {
			return subtype != null && hasOnlyFinalFields(subtype, index);
		});
	}

	private static boolean hasOnlyFinalFields(ClassNode type, ClassIndex index) {
		if (type.name.startsWith("java/")) {
			return type.name.equals("java/lang/Object") || type.name.equals("java/lang/Enum")
					|| type.name.equals("java/lang/Record");
		}
		int instance = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
		ClassNode parent = index.find(type.superName);
		return type.fields.stream().allMatch((field) -> (field.access & instance) != 0) && parent != null
				&& hasOnlyFinalFields(parent, index);
	}

	/**
	 * The methods whose name, as in {@code com.example.Carts.price}, matches.
	 */
	static Choice matching(String pattern) {
		Pattern compiled = Pattern.compile(pattern);
		return (type, method) -> compiled.matcher(type.name.replace('/', '.') + '.' + method.name).matches();
	}

}
