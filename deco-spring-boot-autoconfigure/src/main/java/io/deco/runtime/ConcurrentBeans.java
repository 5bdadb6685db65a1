package io.deco.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Knows which objects are concurrent beans, by identity and without keeping them alive.
 */
public final class ConcurrentBeans {

	private static final Map<Object, ConcurrentBean> BEANS = new ConcurrentHashMap<>();

	/**
	 * Counts changes, so that whoever remembers what was found knows when to look again.
	 */
	private static final AtomicInteger VERSION = new AtomicInteger();

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
		changed();
	}

	/**
	 * Says that some bean knows other methods than before.
	 */
	public static void changed() {
		VERSION.incrementAndGet();
	}

	static @Nullable ConcurrentBean find(Object object) {
		forgetCollected();
		return BEANS.get(new Probe(object));
	}

	static @Nullable ConcurrentMethod find(Object object, String name, String descriptor) {
		ConcurrentBean bean = find(object);
		return (bean != null) ? bean.method(name, descriptor) : null;
	}

	/**
	 * Returns a number that differs after each change.
	 */
	static int version() {
		return VERSION.get();
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
	 * A method that was found, which is as good as what a new search would find as long
	 * as nothing has changed. Keeps neither bean nor method alive.
	 */
	record Found(WeakReference<Object> object, WeakReference<ConcurrentMethod> method, int version) {

		/**
		 * Remembers a method.
		 * @param version what the version was before the method was looked for
		 */
		static Found of(Object object, ConcurrentMethod method, int version) {
			return new Found(new WeakReference<>(object), new WeakReference<>(method), version);
		}

		/**
		 * Returns the method.
		 * @return {@code null} if it was found for another object, or something has
		 * changed
		 */
		@Nullable ConcurrentMethod methodOf(Object object) {
			return (this.version == VERSION.get() && this.object.refersTo(object)) ? this.method.get() : null;
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
