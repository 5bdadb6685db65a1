package io.deco.runtime;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Tells by the class of an object whether stores to it can be deferred, and what a read
 * of it may see.
 */
enum StoreTargets {

	/** Keeps what it is given, and does not look into it. */
	PLAIN,

	/** Calls {@code equals} and {@code hashCode} of its first operand. */
	HASHED,

	/** Compares its first operand, in the natural order or one of the program's. */
	SORTED,

	/** Not a target, and shows only what it holds itself. */
	OTHER,

	/** May show what another object holds. */
	VIEW;

	private static final Map<String, StoreTargets> BY_NAME = Map.ofEntries(Map.entry("java.util.ArrayList", PLAIN),
			Map.entry("java.util.LinkedList", PLAIN), Map.entry("java.util.ArrayDeque", PLAIN),
			Map.entry("java.util.EnumMap", PLAIN), Map.entry("java.lang.StringBuilder", PLAIN),
			Map.entry("java.lang.StringBuffer", PLAIN), Map.entry("java.util.HashMap", HASHED),
			Map.entry("java.util.LinkedHashMap", HASHED), Map.entry("java.util.HashSet", HASHED),
			Map.entry("java.util.LinkedHashSet", HASHED), Map.entry("java.util.TreeMap", SORTED),
			Map.entry("java.util.TreeSet", SORTED), Map.entry("java.lang.Object", OTHER),
			Map.entry("java.util.Date", OTHER), Map.entry("java.util.BitSet", OTHER),
			Map.entry("java.util.Optional", OTHER), Map.entry("java.util.ImmutableCollections$List12", OTHER),
			Map.entry("java.util.ImmutableCollections$ListN", OTHER),
			Map.entry("java.util.ImmutableCollections$Set12", OTHER),
			Map.entry("java.util.ImmutableCollections$SetN", OTHER),
			Map.entry("java.util.ImmutableCollections$Map1", OTHER),
			Map.entry("java.util.ImmutableCollections$MapN", OTHER));

	private static final ClassValue<StoreTargets> KINDS = new ClassValue<>() {

		@Override
		protected StoreTargets computeValue(Class<?> type) {
			if (type.isArray()) {
				return PLAIN;
			}
			if (Leaves.isLeafClass(type)) {
				return OTHER;
			}
			if (type.getClassLoader() != null) {
				return isCollection(type) ? VIEW : OTHER;
			}
			return BY_NAME.getOrDefault(type.getName(), VIEW);
		}

	};

	/** The collections of a program may show what others hold. */
	private static final List<Class<?>> COLLECTIONS = List.of(Collection.class, Map.class, Iterator.class,
			Map.Entry.class);

	private static final ClassValue<Boolean> COMPARED_BY_IDENTITY = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			try {
				return !Comparable.class.isAssignableFrom(type)
						&& type.getMethod("hashCode").getDeclaringClass() == Object.class
						&& type.getMethod("equals", Object.class).getDeclaringClass() == Object.class;
			}
			catch (ReflectiveOperationException | LinkageError ex) {
				return false;
			}
		}

	};

	private static boolean isCollection(Class<?> type) {
		return COLLECTIONS.stream().anyMatch((collection) -> collection.isAssignableFrom(type));
	}

	static StoreTargets of(Object object) {
		return KINDS.get(object.getClass());
	}

	/**
	 * Whether stores to an object can be deferred at all.
	 */
	static boolean isTarget(Object object) {
		return switch (of(object)) {
			case PLAIN, HASHED, SORTED -> true;
			case OTHER, VIEW -> false;
		};
	}

	/**
	 * Whether an object may show what another one holds. The parts of a {@link TreeSet}
	 * are of its own class.
	 */
	static boolean isView(Object object) {
		return of(object) == VIEW || object.getClass() == TreeSet.class;
	}

	/**
	 * Whether the views and iterators of an object may show what another one holds, as
	 * those of a class of the program may.
	 */
	static boolean hasViewsOfOthers(Object object) {
		return object.getClass().getClassLoader() != null || isView(object);
	}

	/**
	 * Whether a store can be made later, by which nothing but the target would change.
	 * @param last the last store that is queued on the target
	 */
	static boolean canDefer(StoreSite site, Object target, @Nullable Object[] operands, @Nullable PendingWrite last) {
		return switch (of(target)) {
			case PLAIN -> !CertainFailure.isOf(site, target, operands, last);
			case HASHED -> site.plainKeys() || isPlainKey(operands[0]);
			case SORTED ->
				isLeaf(operands[0]) && !ReviewedClasses.hasComparator(target) && !CertainFailure.isOfKey(operands[0]);
			case OTHER, VIEW -> false;
		};
	}

	private static boolean isPlainKey(@Nullable Object key) {
		return isLeaf(key) || (key != null && Pending.isKnown(key) && COMPARED_BY_IDENTITY.get(key.getClass()));
	}

	private static boolean isLeaf(@Nullable Object key) {
		if (key instanceof Carrier carrier) {
			return !carrier.mayBeMutable();
		}
		return Leaves.isLeaf(key);
	}

}
