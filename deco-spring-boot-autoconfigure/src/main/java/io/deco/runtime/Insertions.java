package io.deco.runtime;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Knows the values that pending insertions put into maps. They are all that is pending
 * for a map as long as the last pending write to it is an insertion that was noted here;
 * the map itself then is as the earlier ones left it. Used by the scope's owner only.
 */
final class Insertions {

	private final DeferredWrites writes;

	private final IdentityHashMap<Map<?, ?>, Inserted> maps = new IdentityHashMap<>();

	Insertions(DeferredWrites writes) {
		this.writes = writes;
	}

	/**
	 * Finds the last pending write to a map, if not all are insertions.
	 */
	@Nullable PendingWrite otherWriteTo(Map<?, ?> map) {
		PendingWrite last = this.writes.lastTo(map);
		Inserted inserted = this.maps.get(map);
		return (inserted != null && last == inserted.last) ? null : last;
	}

	/**
	 * Finds what a map is going to hold for a key, and makes it if that is nothing yet.
	 * @return {@code null} if only the map itself can tell: a look at it may change a
	 * {@link LinkedHashMap}, and may fail, and the function may make nothing
	 */
	@Nullable Insertion find(Map<?, ?> map, Object key, Function<Object, @Nullable Object> function) {
		boolean linked = map instanceof LinkedHashMap;
		Object value;
		try {
			value = insertedIn(map).values.get(key);
			if (value != null) {
				return new Insertion(value, linked);
			}
			if (linked && map.containsKey(key)) {
				return null;
			}
			value = (linked) ? null : map.get(key);
		}
		catch (RuntimeException ex) {
			return null;
		}
		return (value != null) ? new Insertion(value, false) : make(key, function);
	}

	private Inserted insertedIn(Map<?, ?> map) {
		Inserted inserted = this.maps.get(map);
		if (inserted == null || this.writes.lastTo(map) == null) {
			inserted = new Inserted((map instanceof TreeMap) ? new TreeMap<>() : new HashMap<>());
			this.maps.put(map, inserted);
		}
		return inserted;
	}

	private static @Nullable Insertion make(Object key, Function<Object, @Nullable Object> function) {
		Object value = function.apply(key);
		return (value != null) ? new Insertion(value, true) : null;
	}

	void add(Map<?, ?> map, Object key, Object value, PendingWrite write) {
		Inserted inserted = insertedIn(map);
		inserted.values.put(key, value);
		inserted.last = write;
	}

	/**
	 * What is inserted into one map.
	 */
	private static final class Inserted {

		private final Map<Object, Object> values;

		private @Nullable PendingWrite last;

		private Inserted(Map<Object, Object> values) {
			this.values = values;
		}

	}

}
