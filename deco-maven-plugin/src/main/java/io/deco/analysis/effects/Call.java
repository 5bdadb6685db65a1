package io.deco.analysis.effects;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A call instruction, with the static types of its arguments (without the receiver) as
 * far as they are known.
 */
public record Call(int opcode, String owner, String name, String descriptor, List<Type> arguments) {

	boolean isStatic() {
		return this.opcode == Opcodes.INVOKESTATIC;
	}

	/**
	 * Whether the method that is found is the one that runs.
	 */
	boolean isExact() {
		return this.opcode == Opcodes.INVOKESTATIC || this.opcode == Opcodes.INVOKESPECIAL;
	}

	/**
	 * The same call of an implementation.
	 */
	Call exactly(String implementor) {
		return new Call(isStatic() ? this.opcode : Opcodes.INVOKESPECIAL, implementor, this.name, this.descriptor,
				this.arguments);
	}

	/**
	 * The types of arguments, as far as they are known better than they are declared.
	 */
	static List<Type> types(List<Origin> arguments, String descriptor) {
		Type[] declared = Type.getArgumentTypes(descriptor);
		List<Type> types = new ArrayList<>(declared.length);
		for (int i = 0; i < declared.length; i++) {
			Type known = arguments.get(i).type();
			types.add((known != null && Origin.isReference(declared[i])) ? known : declared[i]);
		}
		return types;
	}

	@Override
	public String toString() {
		return readable(this.owner, this.name);
	}

	/**
	 * The name of a method as a reader of a remark expects it.
	 */
	public static String readable(String owner, String name) {
		String type = Type.getObjectType(owner).getClassName();
		return name.equals("<init>") ? "the constructor of " + type
				: name.equals("<clinit>") ? "the static initialiser of " + type : type + '.' + name;
	}

}
