package io.deco.runtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs what it was given when it is told to, in the thread that tells it.
 */
final class HeldExecutor implements Executor {

	private final Queue<Runnable> held = new ArrayDeque<>();

	@Override
	public synchronized void execute(Runnable task) {
		this.held.add(task);
	}

	synchronized int size() {
		return this.held.size();
	}

	synchronized Runnable take() {
		return this.held.remove();
	}

	boolean runNext() {
		Runnable next;
		synchronized (this) {
			next = this.held.poll();
		}
		if (next != null) {
			next.run();
		}
		return next != null;
	}

	void runAll() {
		while (runNext()) {
			// The next one.
		}
	}

}
