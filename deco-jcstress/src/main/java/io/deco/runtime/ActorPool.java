package io.deco.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * A pool whose only thread is the actor that calls {@link #work()}.
 */
class ActorPool implements Executor, ConcurrentMethod {

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	private volatile boolean closed;

	@Override
	public void execute(Runnable task) {
		this.tasks.add(task);
	}

	@Override
	public Executor executor() {
		return this;
	}

	/**
	 * Says that nothing more will come.
	 */
	void close() {
		this.closed = true;
	}

	/**
	 * Runs what comes until the pool is closed, and what is left then: that comes too
	 * late, and must do nothing.
	 */
	void work() {
		boolean last;
		do {
			last = this.closed;
			runAll();
			Thread.onSpinWait();
		}
		while (!last);
	}

	void runAll() {
		for (Runnable task = this.tasks.poll(); task != null; task = this.tasks.poll()) {
			task.run();
		}
	}

}
