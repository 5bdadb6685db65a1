package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * A grain that does as tests say, and notes what it is told.
 */
class FixedGrain implements Grain {

	final List<String> told = new ArrayList<>();

	Place place = Place.QUEUE;

	int workers = 1;

	boolean measures;

	@Override
	public Place place(long spentHere, int waiting) {
		return this.place;
	}

	@Override
	public int workers(int waiting) {
		return Math.min(waiting, this.workers);
	}

	@Override
	public int expected() {
		return 1;
	}

	@Override
	public boolean measuresCall() {
		this.told.add("call");
		return this.measures;
	}

	@Override
	public void called(long nanos) {
		this.told.add("called");
	}

	@Override
	public boolean measuresProcessor() {
		return false;
	}

	@Override
	public void ran(long nanos, long processorNanos) {
		synchronized (this.told) {
			this.told.add("ran");
		}
	}

}
