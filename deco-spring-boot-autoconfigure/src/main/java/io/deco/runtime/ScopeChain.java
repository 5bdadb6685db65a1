package io.deco.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The scopes of each thread that have pending writes, from the innermost outwards.
 * <p>
 * Reads of fields look here first, and mostly find that no thread has any: one read of a
 * counter.
 */
final class ScopeChain {

	private static final VarHandle ATTACHED;

	private static final ThreadLocal<@Nullable TaskScope> INNERMOST = new ThreadLocal<>();

	/**
	 * How many scopes have pending writes, in all threads. Changed atomically, and read
	 * plainly, so that the JIT may read it once for many fields.
	 * <p>
	 * A thread only ever waits for the writes of its own scopes, so that it need only
	 * find its own additions here. It does: whatever others wrote before its addition
	 * happens before that, since these are atomic operations on one variable, and so
	 * cannot be seen after it; what they write later, until it takes its addition back,
	 * still contains it. That others see it late, or see what has been taken back, costs
	 * a look at their own scopes at most.
	 */
	@SuppressWarnings("unused") // through ATTACHED
	private static int attached;

	static {
		try {
			ATTACHED = MethodHandles.lookup().findStaticVarHandle(ScopeChain.class, "attached", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private ScopeChain() {
	}

	static boolean isEmptyEverywhere() {
		return attached == 0;
	}

	static void attach(TaskScope scope) {
		ATTACHED.getAndAdd(1);
		scope.outer = INNERMOST.get();
		INNERMOST.set(scope);
	}

	static void detach(TaskScope scope) {
		ATTACHED.getAndAdd(-1);
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
