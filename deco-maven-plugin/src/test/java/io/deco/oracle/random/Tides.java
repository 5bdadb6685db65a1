package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.deco.oracle.Backend;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the threads that start others: at each start, some of those that are
 * queued, in any order, as a seed says. It needs no thread, so that each run can be
 * repeated.
 */
final class Tides implements Backend {

	private final List<Runnable> queued = new ArrayList<>();

	private final Random random;

	/** How many of ten moments are used to run something. */
	private final int eagerness;

	Tides(long seed) {
		this.random = new Random(seed);
		this.eagerness = this.random.nextInt(8);
	}

	@Override
	public @Nullable String inlineReason() {
		ebb();
		return (this.random.nextInt(25) == 0) ? "adversary" : null;
	}

	@Override
	public void execute(Runnable task) {
		this.queued.add(task);
		ebb();
	}

	private void ebb() {
		while (!this.queued.isEmpty() && this.random.nextInt(10) < this.eagerness) {
			this.queued.remove(this.random.nextInt(this.queued.size())).run();
		}
	}

}
