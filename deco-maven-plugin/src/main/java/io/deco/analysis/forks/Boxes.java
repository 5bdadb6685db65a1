package io.deco.analysis.forks;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Knows which class boxes which primitive type in source code.
 */
public final class Boxes {

	private static final Map<Type, Type> UNBOXED = Map.of(Type.getObjectType("java/lang/Boolean"), Type.BOOLEAN_TYPE,
			Type.getObjectType("java/lang/Byte"), Type.BYTE_TYPE, Type.getObjectType("java/lang/Character"),
			Type.CHAR_TYPE, Type.getObjectType("java/lang/Short"), Type.SHORT_TYPE,
			Type.getObjectType("java/lang/Integer"), Type.INT_TYPE, Type.getObjectType("java/lang/Long"),
			Type.LONG_TYPE, Type.getObjectType("java/lang/Float"), Type.FLOAT_TYPE,
			Type.getObjectType("java/lang/Double"), Type.DOUBLE_TYPE);

	private Boxes() {
	}

	static @Nullable Type unboxed(Type box) {
		return UNBOXED.get(box);
	}

	/**
	 * Returns the class that boxes values of a primitive type in source code.
	 * @param primitive a primitive type other than {@code void}
	 * @return its class
	 */
	public static Type of(Type primitive) {
		return UNBOXED.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(primitive))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(primitive + " is not boxed"))
			.getKey();
	}

}
