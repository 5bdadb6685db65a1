package io.deco.runtime;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Ignores what a listener throws: a broken meter must not change what a program does.
 */
final class QuietListener implements TaskListener {

	private final TaskListener delegate;

	private QuietListener(TaskListener delegate) {
		this.delegate = delegate;
	}

	static TaskListener of(ConcurrentMethod method) {
		TaskListener listener = method.listener();
		return (listener == TaskListener.NONE) ? listener : new QuietListener(listener);
	}

	@Override
	public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
		tell((listener) -> listener.executed(queuedNanos, runNanos, failure));
	}

	@Override
	public void inlined(String reason) {
		tell((listener) -> listener.inlined(reason));
	}

	@Override
	public void rejected() {
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
			event.accept(this.delegate);
		}
		catch (Throwable ignored) {
			// As the contract of TaskListener says.
		}
	}

}
