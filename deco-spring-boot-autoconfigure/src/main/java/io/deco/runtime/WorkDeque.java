package io.deco.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

/**
 * The tasks that a scope's owner forked and that may not have started. The owner adds and
 * takes at the tail, others take at the head.
 * <p>
 * This is the deque of D. Chase and Y. Lev, "Dynamic Circular Work-Stealing Deque" (SPAA
 * 2005), with the orderings of N. M. Lê, A. Pop, A. Cohen and F. Zappa Nardelli, "Correct
 * and Efficient Work-Stealing for Weak Memory Models" (PPoPP 2013). Its entries are
 * hints: a task is started by whoever claims it, and may be claimed without being taken
 * from here. Entries of such tasks are dropped when they are met, and all of them before
 * the array grows, so that it holds no more than twice the tasks that have not started.
 */
final class WorkDeque {

	private static final int INITIAL = 16;

	private static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(Task[].class);

	private static final VarHandle HEAD;

	private static final VarHandle TAIL;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			HEAD = lookup.findVarHandle(WorkDeque.class, "head", long.class);
			TAIL = lookup.findVarHandle(WorkDeque.class, "tail", long.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	@SuppressWarnings("unused") // through HEAD
	private volatile long head;

	@SuppressWarnings("unused") // through TAIL
	private volatile long tail;

	private volatile @Nullable Task<?>[] tasks = new Task<?>[INITIAL];

	/**
	 * Adds a task. Called by the owner.
	 */
	void add(Task<?> task) {
		dropStartedAtTail();
		long tail = (long) TAIL.get(this);
		@Nullable Task<?>[] tasks = this.tasks;
		if (tail - (long) HEAD.getAcquire(this) >= tasks.length) {
			tasks = makeRoom(tasks);
			tail = (long) TAIL.get(this);
		}
		ELEMENTS.setRelease(tasks, (int) tail & (tasks.length - 1), task);
		TAIL.setVolatile(this, tail + 1);
	}

	private void dropStartedAtTail() {
		long tail = (long) TAIL.get(this);
		if (tail > (long) HEAD.getAcquire(this)) {
			@Nullable Task<?>[] tasks = this.tasks;
			Task<?> last = tasks[(int) (tail - 1) & (tasks.length - 1)];
			if (last != null && !last.isUnstarted()) {
				Task<?> other = takeLast();
				if (other != null) {
					putBack(other);
				}
			}
		}
	}

	private void putBack(Task<?> task) {
		long tail = (long) TAIL.get(this);
		@Nullable Task<?>[] tasks = this.tasks;
		ELEMENTS.setRelease(tasks, (int) tail & (tasks.length - 1), task);
		TAIL.setVolatile(this, tail + 1);
	}

	/**
	 * Leaves out what has started, in a new array: others may still read the old one at
	 * indices that they will fail to take.
	 */
	private @Nullable Task<?>[] makeRoom(@Nullable Task<?>[] old) {
		long tail = (long) TAIL.get(this);
		long head = (long) HEAD.getVolatile(this);
		int live = 0;
		for (long i = head; i < tail; i++) {
			Task<?> task = old[(int) i & (old.length - 1)];
			live += (task != null && task.isUnstarted()) ? 1 : 0;
		}
		@Nullable Task<?>[] tasks = new Task<?>[(live > old.length / 2) ? 2 * old.length : old.length];
		if (tasks.length > old.length) {
			for (long i = head; i < tail; i++) {
				tasks[(int) i & (tasks.length - 1)] = old[(int) i & (old.length - 1)];
			}
			this.tasks = tasks;
			return tasks;
		}
		return compact(old, tasks);
	}

	/**
	 * Takes everything as others would, and adds again what has not started.
	 */
	private @Nullable Task<?>[] compact(@Nullable Task<?>[] old, @Nullable Task<?>[] tasks) {
		Task<?>[] kept = new Task<?>[old.length];
		int count = 0;
		for (Task<?> task = takeFirst(); task != null; task = takeFirst()) {
			kept[count++] = task;
		}
		this.tasks = tasks;
		for (int i = 0; i < count; i++) {
			putBack(kept[i]);
		}
		return tasks;
	}

	/**
	 * Takes the task that was added last and has not started. Called by the owner.
	 */
	@Nullable Task<?> takeLast() {
		while (true) {
			long tail = (long) TAIL.get(this) - 1;
			TAIL.setVolatile(this, tail);
			long head = (long) HEAD.getVolatile(this);
			if (head > tail) {
				TAIL.setVolatile(this, tail + 1);
				return null;
			}
			@Nullable Task<?>[] tasks = this.tasks;
			int index = (int) tail & (tasks.length - 1);
			Task<?> task = tasks[index];
			if (head == tail) {
				boolean taken = HEAD.compareAndSet(this, head, head + 1);
				TAIL.setVolatile(this, tail + 1);
				if (!taken) {
					return null;
				}
			}
			ELEMENTS.setRelease(tasks, index, null);
			if (task != null && task.isUnstarted()) {
				return task;
			}
		}
	}

	/**
	 * Takes the task that was added first and has not started.
	 */
	@Nullable Task<?> takeFirst() {
		while (true) {
			long head = (long) HEAD.getVolatile(this);
			if (head >= (long) TAIL.getVolatile(this)) {
				return null;
			}
			@Nullable Task<?>[] tasks = this.tasks;
			Task<?> task = (Task<?>) ELEMENTS.getAcquire(tasks, (int) head & (tasks.length - 1));
			if (HEAD.compareAndSet(this, head, head + 1) && task != null && task.isUnstarted()) {
				return task;
			}
		}
	}

	/**
	 * Returns how many entries there are, among them some of tasks that have started.
	 */
	int size() {
		return (int) Math.max(0, (long) TAIL.getVolatile(this) - (long) HEAD.getVolatile(this));
	}

}
