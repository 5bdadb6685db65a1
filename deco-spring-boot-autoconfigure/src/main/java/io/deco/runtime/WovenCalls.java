package io.deco.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * What woven code calls, and nothing else does.
 */
public final class WovenCalls {

	private WovenCalls() {
	}

	/** Bootstraps {@code ()ForkSite}. */
	public static CallSite forkSite(MethodHandles.Lookup lookup, String name, MethodType type, MethodHandle call,
			int index, String owner, String method, String descriptor, String caller, String file, int line,
			long modified) {
		throw new UnsupportedOperationException();
	}

	/** Bootstraps {@code ()WriteSite}. */
	public static CallSite writeSite(MethodHandles.Lookup lookup, String name, MethodType type, MethodHandle setter,
			String owner, String field, String caller, String file, int line) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Opens the scope of one invocation. Owner is its {@code this}, null in a static
	 * method.
	 */
	public static TaskScope open(@Nullable Object owner, String caller) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Starts a call; returns its carrier (task) or, if it ran in the caller, its value.
	 */
	public static @Nullable Object fork(TaskScope scope, ForkSite site, @Nullable Object receiver,
			@Nullable Object[] arguments) {
		throw new UnsupportedOperationException();
	}

	/** The value of what a slot holds, waiting if it is pending. */
	public static @Nullable Object await(TaskScope scope, @Nullable Object carried) {
		throw new UnsupportedOperationException();
	}

	/** Rule 3: awaits all in program order, applies all writes. */
	public static void awaitAll(TaskScope scope) {
		throw new UnsupportedOperationException();
	}

	/** Normal exit of a region: awaits the tasks of the sites from (incl) to (excl). */
	public static void awaitSites(TaskScope scope, int from, int to) {
		throw new UnsupportedOperationException();
	}

	/** Defers a field write until its value is there. */
	public static void write(TaskScope scope, WriteSite site, @Nullable Object target, @Nullable Object carried) {
		throw new UnsupportedOperationException();
	}

	/** Before a use of an object that a pending call may modify. */
	public static void awaitModified(TaskScope scope, @Nullable Object used) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Before a call of a table method: awaits all unless the object is of a reviewed JDK
	 * class.
	 */
	public static void awaitUnlessReviewed(TaskScope scope, @Nullable Object object) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Exceptional exit of a region: awaits everything, returns what sequential code would
	 * have thrown.
	 */
	public static Throwable settle(TaskScope scope, Throwable thrown, int from, int to) {
		throw new UnsupportedOperationException();
	}

	/**
	 * After settle: whether the exception was thrown by a task forked outside the
	 * region's sites.
	 */
	public static boolean escapes(TaskScope scope, int from, int to) {
		throw new UnsupportedOperationException();
	}

	/** Normal exit of the method: awaits all, closes. */
	public static void close(TaskScope scope) {
		throw new UnsupportedOperationException();
	}

	/** Exceptional exit of the method: settles, closes, returns what is to be thrown. */
	public static Throwable abort(TaskScope scope, Throwable thrown) {
		throw new UnsupportedOperationException();
	}

	/** Before a read of an {@code @Awaited} field; target null for a static one. */
	public static void beforeRead(@Nullable Object target, String owner, String field) {
		throw new UnsupportedOperationException();
	}

}
