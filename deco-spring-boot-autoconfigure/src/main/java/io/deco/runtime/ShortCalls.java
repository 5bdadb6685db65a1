package io.deco.runtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Calls that are made at once in their caller because a task would cost more. The caller
 * is never blocked for one of them: a call that needs something pending is forked however
 * short it is.
 */
final class ShortCalls {

	private ShortCalls() {
	}

	/**
	 * Puts values in the place of what stands for them in the arguments.
	 * @return {@code false} if a value is pending, or some task has an argument which the
	 * call must not yet use
	 */
	static boolean canBeMade(TaskScope scope, ForkSite site, @Nullable Object[] arguments) {
		boolean mutable = false;
		for (int i = 0; i < arguments.length; i++) {
			Object argument = arguments[i];
			if (argument instanceof Carrier || argument instanceof PendingComputation) {
				if (!Pending.isKnown(argument)) {
					return false;
				}
				argument = Pending.valueOf(argument);
				arguments[i] = argument;
			}
			mutable |= !Leaves.isLeaf(argument);
		}
		if (!mutable) {
			return true;
		}
		Forker.awaitWritesTo(arguments);
		if (!scope.isIdle()) {
			List<Task<?>> conflicts = scope.parts().lent.conflicts(site, arguments);
			for (Task<?> conflict : conflicts) {
				if (!conflict.succeeded()) {
					return false;
				}
			}
		}
		return true;
	}

	/**
	 * Makes a call.
	 */
	static @Nullable Object make(TaskScope scope, ConcurrentMethod method, Grain grain, ForkSite site,
			@Nullable Object receiver, @Nullable Object[] arguments) throws Throwable {
		scope.madeHere(grain);
		if (!grain.measuresCall()) {
			return call(method, site, receiver, arguments);
		}
		Recursion measured = Recursion.enter(grain);
		long started = System.nanoTime();
		try {
			return call(method, site, receiver, arguments);
		}
		finally {
			long nanos = System.nanoTime() - started;
			if (!measured.leave()) {
				grain.called(nanos);
			}
		}
	}

	private static @Nullable Object call(ConcurrentMethod method, ForkSite site, @Nullable Object receiver,
			@Nullable Object[] arguments) throws Throwable {
		if (method.timeout() != null) {
			return Forker.runHere(method, new PreparedCall(site, receiver, arguments));
		}
		TaskScope scopes = ScopeChain.suspend();
		try {
			return site.call().invoke(receiver, arguments);
		}
		finally {
			ScopeChain.resume(scopes);
		}
	}

}
