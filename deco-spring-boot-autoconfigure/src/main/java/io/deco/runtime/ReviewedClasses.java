package io.deco.runtime;

import java.util.LinkedHashMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;

/**
 * The classes of the JDK whose own methods call no code of a program, except for
 * {@code equals}, {@code hashCode} and {@code compareTo} of what they hold.
 * <p>
 * The views in {@code java.util.Collections} that make things unmodifiable, synchronized
 * or checked are not among them, since they hand calls on to any class; nor are sorted
 * collections with a comparator; nor is {@link java.util.LinkedHashMap} itself, whose
 * {@code get} may change its order.
 */
final class ReviewedClasses {

	private static final Set<String> CLASSES = Set.of("java.util.AbstractMap$SimpleEntry",
			"java.util.AbstractMap$SimpleImmutableEntry", "java.util.ArrayDeque", "java.util.ArrayList",
			"java.util.BitSet", "java.util.EnumMap", "java.util.HashMap", "java.util.HashSet",
			"java.util.ImmutableCollections", "java.util.JumboEnumSet", "java.util.KeyValueHolder",
			"java.util.LinkedHashSet", "java.util.LinkedList", "java.util.Optional", "java.util.OptionalDouble",
			"java.util.OptionalInt", "java.util.OptionalLong", "java.util.RegularEnumSet", "java.util.TreeMap",
			"java.util.TreeSet", "java.lang.StringBuffer", "java.lang.StringBuilder");

	/**
	 * Classes of which the views and iterators, which are nested in them, count as well.
	 */
	private static final Set<String> WITH_NESTED = Set.of("java.util.ArrayDeque", "java.util.ArrayList",
			"java.util.EnumMap", "java.util.HashMap", "java.util.ImmutableCollections", "java.util.JumboEnumSet",
			"java.util.LinkedHashMap", "java.util.LinkedList", "java.util.RegularEnumSet", "java.util.TreeMap");

	private static final Set<String> PREFIXES = Set.of("java.util.Arrays$Array", "java.util.Collections$Empty",
			"java.util.Collections$Singleton");

	private static final ClassValue<Boolean> REVIEWED = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return type.isArray() || (type.getClassLoader() == null && isReviewed(type));
		}

	};

	private ReviewedClasses() {
	}

	static boolean isReviewed(@Nullable Object object) {
		return object == null || (REVIEWED.get(object.getClass()) && !hasComparator(object));
	}

	/**
	 * Whether looking at all entries of a map runs nothing but reviewed methods.
	 */
	static boolean hasReviewedEntries(@Nullable Object map) {
		return isReviewed(map) || (map != null && map.getClass() == LinkedHashMap.class);
	}

	private static boolean isReviewed(Class<?> type) {
		String name = type.getName();
		int nested = name.indexOf('$');
		return CLASSES.contains(name) || (nested > 0 && WITH_NESTED.contains(name.substring(0, nested)))
				|| PREFIXES.stream().anyMatch(name::startsWith) || type.isEnum() || Leaves.isLeafClass(type);
	}

	static boolean hasComparator(Object object) {
		if (object instanceof SortedMap<?, ?> map) {
			return map.comparator() != null;
		}
		return object instanceof SortedSet<?> set && set.comparator() != null;
	}

}
