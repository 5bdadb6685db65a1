package io.deco.analysis.classpath;

import org.objectweb.asm.Type;

/**
 * Types that the analysis and the weaver share: how values look while they are carried.
 */
public final class Types {

	/** {@code java.lang.Object}. */
	public static final Type OBJECT = Type.getObjectType("java/lang/Object");

	/**
	 * How many slots the arguments of a method may take, with its target (JVMS 4.3.3).
	 */
	public static final int MOST_SLOTS = 255;

	private Types() {
	}

	/**
	 * Counts the slots that the arguments of a method take, with its target.
	 * @param descriptor the method's descriptor
	 * @param isStatic whether it has no target
	 * @return the number of slots
	 */
	public static int argumentSlots(String descriptor, boolean isStatic) {
		int withTarget = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
		return isStatic ? withTarget - 1 : withTarget;
	}

	/**
	 * Returns the class that boxes a primitive type while it is carried. What the JVM
	 * computes as an {@code int} is carried as an {@code Integer}.
	 * @param primitive a primitive type other than {@code void}
	 * @return the class of the boxed value
	 */
	public static Type boxed(Type primitive) {
		return switch (primitive.getSort()) {
			case Type.LONG -> Type.getObjectType("java/lang/Long");
			case Type.FLOAT -> Type.getObjectType("java/lang/Float");
			case Type.DOUBLE -> Type.getObjectType("java/lang/Double");
			default -> Type.getObjectType("java/lang/Integer");
		};
	}

	/**
	 * Whether values of a type are primitive.
	 * @param type any type
	 * @return {@code true} for the primitive types, {@code void} included
	 */
	public static boolean isPrimitive(Type type) {
		return type.getSort() < Type.ARRAY;
	}

	/**
	 * Names a class as its source does.
	 * @param internalName an internal name
	 * @return the simple name
	 */
	public static String simpleName(String internalName) {
		String name = internalName.substring(internalName.lastIndexOf('/') + 1);
		return name.substring(name.lastIndexOf('$') + 1);
	}

}
