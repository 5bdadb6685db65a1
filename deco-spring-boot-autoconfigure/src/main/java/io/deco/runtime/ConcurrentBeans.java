package io.deco.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Knows which objects are concurrent beans, by identity and without keeping them alive.
 */
public final class ConcurrentBeans {

	private static final Map<Object, ConcurrentBean> BEANS = new ConcurrentHashMap<>();

	private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

	private ConcurrentBeans() {
	}

	/**
	 * Says that calls on an object (proxy, or raw target for self-invocation) are
	 * concurrent. What was said about the object before is forgotten.
	 * @param object the object, which is held weakly
	 * @param bean what is known about it; it must not refer to the object strongly, or
	 * neither is ever collected
	 */
	public static void register(Object object, ConcurrentBean bean) {
		forgetCollected();
		BEANS.put(new Key(object), bean);
	}

	static @Nullable ConcurrentBean find(Object object) {
		forgetCollected();
		return BEANS.get(new Probe(object));
	}

	static int size() {
		forgetCollected();
		return BEANS.size();
	}

	private static void forgetCollected() {
		for (Reference<?> key = COLLECTED.poll(); key != null; key = COLLECTED.poll()) {
			BEANS.remove(key);
		}
	}

	/**
	 * A weak key: equal to itself, also after its object was collected, and to any key or
	 * probe of the same object.
	 */
	private static final class Key extends WeakReference<Object> {

		private final int hash;

		Key(Object object) {
			super(object, COLLECTED);
			this.hash = System.identityHashCode(object);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			if (this == other) {
				return true;
			}
			Object object = get();
			return object != null && other instanceof Key key && key.refersTo(object);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

	/**
	 * Looks a key up without making a reference that the collector would have to visit.
	 */
	private record Probe(Object object) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && key.refersTo(this.object);
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.object);
		}

	}

}
