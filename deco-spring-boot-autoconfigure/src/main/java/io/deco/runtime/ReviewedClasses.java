package io.deco.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The classes of the JDK whose own methods call no code of a program, and which of their
 * methods that is true of.
 * <p>
 * Every class is named: what is not named may call anything. Not named are the views in
 * {@code java.util.Collections} that make things unmodifiable, synchronized or checked,
 * since they hand calls on to any class; parts of sorted maps, which compare their keys
 * with their bounds; and reversed views. A view of a map whose class may be extended is
 * trusted only as far as it does not call methods of the map that can be overridden.
 */
final class ReviewedClasses {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private static final String PAIR = "java.util.ImmutableCollections$Set12";

	private static final Map<String, Review> BY_NAME = new HashMap<>();

	static {
		add(Review.LOOKUPS, "java.util.", """
				ArrayDeque ArrayList ArrayList$SubList Arrays$ArrayList BitSet Collections$EmptyList
				Collections$EmptyMap Collections$EmptySet Collections$SingletonList Collections$SingletonMap
				Collections$SingletonSet EnumMap HashMap HashSet JumboEnumSet LinkedHashSet LinkedList Optional
				OptionalDouble OptionalInt OptionalLong RegularEnumSet TreeMap TreeSet""");
		add(Review.LOOKUPS, "java.util.ImmutableCollections$", "List12 ListN Map1 MapN MapN$1 Set12 SetN SubList");
		add(Review.LOOKUPS, "java.lang.", "StringBuffer StringBuilder");
		add(Review.READS, "java.util.", """
				AbstractMap$SimpleEntry AbstractMap$SimpleImmutableEntry ArrayDeque$DeqIterator
				ArrayDeque$DescendingIterator ArrayList$Itr ArrayList$ListItr ArrayList$SubList$1 Arrays$ArrayItr
				Collections$EmptyIterator Collections$EmptyListIterator JumboEnumSet$EnumSetIterator KeyValueHolder
				LinkedHashMap LinkedList$DescendingIterator LinkedList$ListItr RegularEnumSet$EnumSetIterator""");
		add(Review.READS, "java.util.EnumMap$", """
				EntryIterator EntryIterator$Entry EntrySet KeyIterator KeySet ValueIterator Values""");
		add(Review.READS, "java.util.HashMap$", """
				EntryIterator EntrySet KeyIterator KeySet Node TreeNode ValueIterator Values""");
		add(Review.READS, "java.util.ImmutableCollections$", "ListItr MapN$MapNIterator Set12$1 SetN$SetNIterator");
		add(Review.READS, "java.util.LinkedHashMap$", """
				Entry LinkedEntryIterator LinkedEntrySet LinkedKeyIterator LinkedKeySet LinkedValueIterator
				LinkedValues""");
		add(Review.READS, "java.util.TreeMap$", """
				DescendingKeyIterator Entry EntryIterator KeyIterator ValueIterator
				NavigableSubMap$DescendingSubMapEntryIterator NavigableSubMap$DescendingSubMapKeyIterator
				NavigableSubMap$SubMapEntryIterator NavigableSubMap$SubMapKeyIterator""");
		add(Review.ITERATION, "java.util.TreeMap$", "EntrySet Values");
		add(Review.NEW_ITERATORS, "java.util.TreeMap$", """
				AscendingSubMap$AscendingEntrySetView DescendingSubMap$DescendingEntrySetView KeySet""");
	}

	private static final ClassValue<Review> REVIEWS = new ClassValue<>() {

		@Override
		protected Review computeValue(Class<?> type) {
			if (type.isArray()) {
				return Review.LOOKUPS;
			}
			if (type.getClassLoader() != null) {
				return Review.NONE;
			}
			boolean plain = type.isEnum() || Leaves.isLeafClass(type);
			return (plain) ? Review.LOOKUPS : BY_NAME.getOrDefault(type.getName(), Review.NONE);
		}

	};

	private ReviewedClasses() {
	}

	private static void add(Review review, String prefix, String names) {
		BLANKS.splitAsStream(names).forEach((name) -> BY_NAME.put(prefix + name, review));
	}

	/**
	 * Whether an object can be used in some way without running code of a program.
	 */
	static boolean allow(Review use, @Nullable Object object) {
		return object == null || of(object).compareTo(use) >= 0;
	}

	private static Review of(Object object) {
		Class<?> type = object.getClass();
		Review review = REVIEWS.get(type);
		if (type == TreeMap.class) {
			return hasComparator(object) ? Review.READS : review;
		}
		if (type == TreeSet.class) {
			return (hasComparator(object) || Bounds.limit((NavigableSet<?>) object)) ? Review.NEW_ITERATORS : review;
		}
		// A set of two asks its elements whether they equal what is looked up
		boolean asks = type.getName().equals(PAIR) && !((Collection<?>) object).stream().allMatch(Leaves::isLeaf);
		return (asks) ? Review.READS : review;
	}

	static boolean hasComparator(Object object) {
		if (object instanceof SortedMap<?, ?> map) {
			return map.comparator() != null;
		}
		return object instanceof SortedSet<?> set && set.comparator() != null;
	}

}
