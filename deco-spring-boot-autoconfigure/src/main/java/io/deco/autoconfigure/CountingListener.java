package io.deco.autoconfigure;

import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;

/**
 * Counts for the endpoint what a pool did not run, and passes everything on.
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
		this.next.executed(queuedNanos, runNanos, failure);
	}

	@Override
	public void inlined(String reason) {
		this.pool.countInlined();
		this.next.inlined(reason);
	}

	@Override
	public void rejected() {
		this.pool.countRejected();
		this.next.rejected();
	}

	@Override
	public void awaited(long blockedNanos, String caller) {
		this.next.awaited(blockedNanos, caller);
	}

	@Override
	public void scopeOpened() {
		this.next.scopeOpened();
	}

	@Override
	public void scopeClosed() {
		this.next.scopeClosed();
	}

}
