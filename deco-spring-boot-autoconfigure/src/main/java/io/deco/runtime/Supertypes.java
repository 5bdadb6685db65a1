package io.deco.runtime;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The names of all types that an object of a class can be declared to be. Names, since a
 * call site knows its types by name only.
 */
final class Supertypes {

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
	 * Whether an object of a class can be the value of a declared type.
	 * @param type the class, not an array
	 * @param descriptor the declared type's descriptor in a class file
	 */
	static boolean contain(Class<?> type, String descriptor) {
		return DESCRIPTORS.get(type).contains(descriptor);
	}

	private static void collect(@Nullable Class<?> type, Set<String> descriptors) {
		if (type != null && descriptors.add(type.descriptorString())) {
			collect(type.getSuperclass(), descriptors);
			for (Class<?> each : type.getInterfaces()) {
				collect(each, descriptors);
			}
		}
	}

}
