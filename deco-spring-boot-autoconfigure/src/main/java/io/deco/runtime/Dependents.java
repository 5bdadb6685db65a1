package io.deco.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait for a task to end. Many may be added while one thread closes.
 */
final class Dependents {

	private static final Node CLOSED = new Node(null, null);

	private static final VarHandle LAST;

	static {
		try {
			LAST = MethodHandles.lookup().findVarHandle(Dependents.class, "last", Node.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	@SuppressWarnings("unused") // through LAST
	private volatile @Nullable Node last;

	/**
	 * Adds a task.
	 * @return {@code false} if it is too late, since the task has ended
	 */
	boolean add(Task<?> dependent) {
		Node before;
		do {
			before = this.last;
			if (before == CLOSED) {
				return false;
			}
		}
		while (!LAST.compareAndSet(this, before, new Node(dependent, before)));
		return true;
	}

	boolean closeIfNone() {
		return LAST.compareAndSet(this, null, CLOSED);
	}

	/**
	 * Lets nobody in any more.
	 * @return who was in, in the order of arrival
	 */
	Collection<Task<?>> close() {
		Deque<Task<?>> dependents = new ArrayDeque<>();
		for (Node node = (Node) LAST.getAndSet(this, CLOSED); node != null; node = node.before) {
			if (node.dependent != null) {
				dependents.addFirst(node.dependent);
			}
		}
		return dependents;
	}

	private static final class Node {

		private final @Nullable Task<?> dependent;

		private final @Nullable Node before;

		Node(@Nullable Task<?> dependent, @Nullable Node before) {
			this.dependent = dependent;
			this.before = before;
		}

	}

}
