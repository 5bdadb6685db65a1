package io.deco.runtime;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The names of all types that an object of a class can be declared to be. Names, since a
 * call site knows its types by name only.
 */
final class Supertypes {

	/**
	 * Packages of the JDK without a class that shows what an array or a collection holds.
	 */
	private static final Set<String> WITHOUT_VIEWS = Set.of("Ljava/math/", "Ljava/net/", "Ljava/time/");

	/**
	 * Classes of the JDK that hold what they show themselves, and that no class of the
	 * JDK extends which does not. A reversed view extends {@link java.util.LinkedList},
	 * for one.
	 */
	private static final Set<String> WITHOUT_VIEW = Set.of("Ljava/lang/StringBuffer;", "Ljava/lang/StringBuilder;",
			"Ljava/util/ArrayDeque;", "Ljava/util/ArrayList;", "Ljava/util/BitSet;", "Ljava/util/Date;",
			"Ljava/util/EnumMap;", "Ljava/util/HashMap;", "Ljava/util/LinkedHashMap;", "Ljava/util/Optional;",
			"Ljava/util/TreeMap;");

	private static final ClassValue<Set<String>> DESCRIPTORS = new ClassValue<>() {

		@Override
		protected Set<String> computeValue(Class<?> type) {
			Set<String> descriptors = new HashSet<>(Set.of(Object.class.descriptorString()));
			collect(type, descriptors);
			return descriptors;
		}

	};

	private Supertypes() {
	}

	/**
	 * Whether a value of a declared type of the JDK may be a view of an array or a
	 * collection.
	 * @param descriptor the declared type's descriptor in a class file
	 */
	static boolean mayBeView(String descriptor) {
		return descriptor.startsWith("Ljava/") && !Leaves.isLeafType(descriptor) && !WITHOUT_VIEW.contains(descriptor)
				&& WITHOUT_VIEWS.stream().noneMatch(descriptor::startsWith);
	}

	/**
	 * Whether an object of a class can be the value of a declared type.
	 * @param type the class
	 * @param descriptor the declared type's descriptor in a class file
	 */
	static boolean contain(Class<?> type, String descriptor) {
		return DESCRIPTORS.get(type).contains(descriptor);
	}

	private static void collect(@Nullable Class<?> type, Set<String> descriptors) {
		if (type != null && descriptors.add(type.descriptorString())) {
			if (type.isArray() && !type.getComponentType().isPrimitive()) {
				DESCRIPTORS.get(type.getComponentType()).forEach((component) -> descriptors.add("[" + component));
			}
			collect(type.getSuperclass(), descriptors);
			for (Class<?> each : type.getInterfaces()) {
				collect(each, descriptors);
			}
		}
	}

}
