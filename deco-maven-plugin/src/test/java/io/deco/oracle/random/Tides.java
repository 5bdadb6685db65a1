package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.deco.oracle.Backend;
import io.deco.oracle.RandomGrain;
import io.deco.runtime.Grain;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the threads that start others: at each start, some of those that are
 * queued, in any order, as a seed says. It needs no thread, so that each run can be
 * repeated. Some of the calls are made at once for their shortness, and some of the tasks
 * wait in their scope for invitations.
 */
final class Tides implements Backend {

	private final List<Runnable> queued = new ArrayList<>();

	private final Random random;

	/** How many of ten moments are used to run something. */
	private final int eagerness;

	private final @Nullable Grain grain;

	Tides(long seed) {
		this.random = new Random(seed);
		this.eagerness = this.random.nextInt(8);
		this.grain = this.random.nextBoolean() ? new RandomGrain(seed) : null;
	}

	@Override
	public @Nullable String inlineReason() {
		ebb();
		return (this.random.nextInt(25) == 0) ? "adversary" : null;
	}

	@Override
	public @Nullable Grain grain() {
		return this.grain;
	}

	@Override
	public void execute(Runnable task) {
		this.queued.add(task);
		ebb();
	}

	/**
	 * Forgets the tasks that whoever waited for them has run: they hold the bean, by
	 * which this is found.
	 */
	@Override
	public void close() {
		this.queued.clear();
	}

	private void ebb() {
		while (!this.queued.isEmpty() && this.random.nextInt(10) < this.eagerness) {
			this.queued.remove(this.random.nextInt(this.queued.size())).run();
		}
	}

}
