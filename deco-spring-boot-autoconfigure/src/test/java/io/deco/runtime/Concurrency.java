package io.deco.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * A concurrent method that tests set up, and that records what its listener hears.
 */
class Concurrency implements ConcurrentMethod, TaskListener {

	final List<String> events = Collections.synchronizedList(new ArrayList<>());

	private final Executor executor;

	@Nullable String inlineReason;

	boolean runsRejected = true;

	@Nullable Duration timeout;

	@Nullable Duration awaitTimeout;

	@Nullable Grain grain;

	int maxUnstarted = Integer.MAX_VALUE;

	Concurrency(Executor executor) {
		this.executor = executor;
	}

	@Override
	public Executor executor() {
		return this.executor;
	}

	@Override
	public @Nullable String inlineReason() {
		return this.inlineReason;
	}

	@Override
	public boolean runsRejected() {
		return this.runsRejected;
	}

	@Override
	public @Nullable Duration timeout() {
		return this.timeout;
	}

	@Override
	public @Nullable Duration awaitTimeout() {
		return this.awaitTimeout;
	}

	@Override
	public @Nullable Grain grain() {
		return this.grain;
	}

	@Override
	public boolean takesInvitations() {
		return true;
	}

	@Override
	public int maxUnstarted() {
		return this.maxUnstarted;
	}

	@Override
	public TaskListener listener() {
		return this;
	}

	@Override
	public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
		this.events.add((failure != null) ? "failed" : "executed");
	}

	@Override
	public void inlined(String reason) {
		this.events.add("inlined " + reason);
	}

	@Override
	public void rejected() {
		this.events.add("rejected");
	}

	@Override
	public void awaited(long blockedNanos, String caller) {
		this.events.add("awaited by " + caller);
	}

	@Override
	public void scopeOpened() {
		this.events.add("opened");
	}

	@Override
	public void scopeClosed() {
		this.events.add("closed");
	}

}
