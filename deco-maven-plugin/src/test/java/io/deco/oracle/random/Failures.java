package io.deco.oracle.random;

import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;

/**
 * Notices whether a task failed.
 */
final class Failures implements TaskListener {

	private final TaskListener next;

	private volatile boolean any;

	Failures(TaskListener next) {
		this.next = next;
	}

	boolean any() {
		return this.any;
	}

	@Override
	public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
		this.any |= failure != null;
		this.next.executed(queuedNanos, runNanos, failure);
	}

	@Override
	public void inlined(String reason) {
		this.next.inlined(reason);
	}

	@Override
	public void rejected() {
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
