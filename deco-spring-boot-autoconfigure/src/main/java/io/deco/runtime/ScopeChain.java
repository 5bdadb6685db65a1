package io.deco.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The scopes of each thread that have pending writes, from the innermost outwards.
 * <p>
 * Reads of fields look here first, and mostly find that no thread has any: one plain read
 * of a counter. A plain read will do, since a thread sees its own increments, and other
 * threads' scopes are none of its business.
 */
final class ScopeChain {

	private static final AtomicInteger ATTACHED = new AtomicInteger();

	private static final ThreadLocal<@Nullable TaskScope> INNERMOST = new ThreadLocal<>();

	private ScopeChain() {
	}

	static boolean isEmptyEverywhere() {
		return ATTACHED.getPlain() == 0;
	}

	static void attach(TaskScope scope) {
		ATTACHED.incrementAndGet();
		scope.outer = INNERMOST.get();
		INNERMOST.set(scope);
	}

	static void detach(TaskScope scope) {
		ATTACHED.decrementAndGet();
		TaskScope inner = INNERMOST.get();
		if (inner == scope) {
			INNERMOST.set(scope.outer);
		}
		while (inner != null) {
			if (inner.outer == scope) {
				inner.outer = scope.outer;
			}
			inner = inner.outer;
		}
		scope.outer = null;
	}

	/**
	 * Hides the chain from code that runs as a task.
	 * @return the innermost scope, for {@link #resume}
	 */
	static @Nullable TaskScope suspend() {
		if (isEmptyEverywhere()) {
			return null;
		}
		TaskScope innermost = INNERMOST.get();
		if (innermost != null) {
			INNERMOST.set(null);
		}
		return innermost;
	}

	static void resume(@Nullable TaskScope innermost) {
		if (innermost != null) {
			INNERMOST.set(innermost);
		}
	}

	/**
	 * Visits the current thread's scopes, the outermost first: its writes come earlier in
	 * program order.
	 */
	static void forEach(Consumer<TaskScope> action) {
		if (!isEmptyEverywhere()) {
			visit(INNERMOST.get(), action);
		}
	}

	private static void visit(@Nullable TaskScope scope, Consumer<TaskScope> action) {
		if (scope != null) {
			visit(scope.outer, action);
			action.accept(scope);
		}
	}

}
