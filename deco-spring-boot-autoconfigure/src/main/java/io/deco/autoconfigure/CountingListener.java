package io.deco.autoconfigure;

import java.util.function.Consumer;

import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;

/**
 * Counts for the endpoint what a pool did not run, and passes everything on. What the
 * next listener throws is ignored: a broken meter must not change what an application
 * does.
 */
final class CountingListener implements TaskListener {

	private final ConcurrentPool pool;

	private final TaskListener next;

	CountingListener(ConcurrentPool pool, TaskListener next) {
		this.pool = pool;
		this.next = next;
	}

	@Override
	public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
		tell((listener) -> listener.executed(queuedNanos, runNanos, failure));
	}

	@Override
	public void inlined(String reason) {
		this.pool.countInlined();
		tell((listener) -> listener.inlined(reason));
	}

	@Override
	public void rejected() {
		this.pool.countRejected();
		tell(TaskListener::rejected);
	}

	@Override
	public void awaited(long blockedNanos, String caller) {
		tell((listener) -> listener.awaited(blockedNanos, caller));
	}

	@Override
	public void scopeOpened() {
		tell(TaskListener::scopeOpened);
	}

	@Override
	public void scopeClosed() {
		tell(TaskListener::scopeClosed);
	}

	private void tell(Consumer<TaskListener> event) {
		try {
			event.accept(this.next);
		}
		catch (RuntimeException | Error ex) {
			// As the contract of TaskListener says.
		}
	}

}
