package io.deco.soak;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the process holds while nothing is being served.
 *
 * @param heap the bytes in use after a garbage collection
 * @param threads the number of platform threads
 * @param pooled the number of those that belong to pools of deco
 * @param threadLocals the values that they hold, {@code null} if that cannot be seen
 */
record Footprint(long heap, int threads, int pooled, @Nullable List<String> threadLocals) {

	static Footprint take() {
		System.gc();
		System.gc();
		Thread[] threads = Thread.getAllStackTraces().keySet().toArray(Thread[]::new);
		int pooled = 0;
		for (Thread thread : threads) {
			pooled += thread.getName().startsWith("deco-") ? 1 : 0;
		}
		return new Footprint(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), threads.length, pooled,
				threadLocals(threads));
	}

	/**
	 * Looks into the threads, which the JDK must have been told to allow.
	 * @return the classes of the values
	 */
	private static @Nullable List<String> threadLocals(Thread[] threads) {
		try {
			List<String> values = new ArrayList<>();
			for (Thread thread : threads) {
				addThreadLocals(thread, values);
			}
			return values;
		}
		catch (InaccessibleObjectException ex) {
			return null;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("This JDK keeps thread-locals elsewhere", ex);
		}
	}

	private static void addThreadLocals(Thread thread, List<String> values) throws ReflectiveOperationException {
		Object map = get(Thread.class, "threadLocals", thread);
		Object table = (map != null) ? get(map.getClass(), "table", map) : null;
		int length = (table != null) ? Array.getLength(table) : 0;
		for (int i = 0; i < length; i++) {
			Object entry = (table != null) ? Array.get(table, i) : null;
			Object value = (entry != null) ? get(entry.getClass(), "value", entry) : null;
			if (value instanceof Object[] parts) {
				Arrays.stream(parts).forEach((part) -> addClass(part, values));
			}
			addClass(value, values);
		}
	}

	private static void addClass(@Nullable Object value, List<String> values) {
		if (value != null) {
			values.add(value.getClass().getName());
		}
	}

	private static @Nullable Object get(Class<?> type, String name, Object target) throws ReflectiveOperationException {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		return field.get(target);
	}

	/**
	 * Whether a thread holds something of deco's.
	 */
	boolean holdsThreadLocalsOfDeco() {
		return this.threadLocals != null
				&& this.threadLocals.stream().anyMatch((name) -> name.startsWith("io.deco.runtime."));
	}

	@Override
	public String toString() {
		return "heap %.1f MiB, %d threads, %d of them deco's, thread-locals %s".formatted(this.heap / 1048576.0,
				this.threads, this.pooled,
				(this.threadLocals != null) ? this.threadLocals.size() : "not seen (add --add-opens)");
	}

}
