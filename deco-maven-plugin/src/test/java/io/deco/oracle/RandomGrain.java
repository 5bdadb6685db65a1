package io.deco.oracle;

import java.util.Random;

import io.deco.runtime.Grain;

/**
 * Decides about calls as a seed says, so that each of them may be made at once, be a job,
 * or wait for invited threads.
 */
public final class RandomGrain implements Grain {

	private final Random random;

	public RandomGrain(long seed) {
		this.random = new Random(seed);
	}

	private synchronized int next(int bound) {
		return this.random.nextInt(bound);
	}

	@Override
	public Place place(long spentHere, int waiting) {
		return switch (next(4)) {
			case 0 -> Place.CALLER;
			case 1 -> Place.JOB;
			default -> Place.QUEUE;
		};
	}

	@Override
	public int workers(int waiting) {
		return next(waiting + 1);
	}

	@Override
	public int expected() {
		return next(2) * 1000;
	}

	@Override
	public boolean measuresCall() {
		return next(2) == 0;
	}

	@Override
	public void called(long nanos) {
	}

	@Override
	public boolean measuresProcessor() {
		return false;
	}

	@Override
	public void ran(long nanos, long processorNanos) {
	}

}
