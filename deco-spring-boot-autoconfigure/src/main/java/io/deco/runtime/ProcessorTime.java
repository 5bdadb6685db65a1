package io.deco.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.jspecify.annotations.Nullable;

/**
 * How long the current thread has kept a processor busy. Not known of virtual threads,
 * and not on each virtual machine.
 */
final class ProcessorTime {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final boolean KNOWN = THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

	private static final @Nullable MethodHandle IS_VIRTUAL = isVirtual();

	private ProcessorTime() {
	}

	/**
	 * Returns the time in nanoseconds, negative if it is not known.
	 */
	static long now() {
		return (KNOWN && !isCurrentThreadVirtual()) ? THREADS.getCurrentThreadCpuTime() : -1;
	}

	private static boolean isCurrentThreadVirtual() {
		try {
			return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
		}
		catch (Throwable ex) {
			return true;
		}
	}

	private static @Nullable MethodHandle isVirtual() {
		try {
			return MethodHandles.lookup().findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}
