package io.deco.runtime;

import java.util.concurrent.atomic.LongAdder;

/**
 * Learns how long the calls of a method take.
 * <p>
 * Each forked task is measured, and one in eight of the calls made at once in their
 * caller. The expected time follows the samples by a quarter of their difference. A
 * sample far above it is an outlier: the first of them, which may be a garbage collection
 * or a preempted thread, moves the expectation by little, and has each of the next calls
 * measured; the second in a row is believed. So a method that turns slow is found within
 * ten calls. If a call that was made in its caller for its shortness takes a millisecond,
 * everything known about the method is forgotten, and its calls are forked until it has
 * been quick for a number of times, which doubles with each such surprise and falls again
 * slowly: a method that is mostly quick, and sometimes waits, is forked in the end.
 * <p>
 * What takes less than a fork costs always stays in the caller. What takes little more
 * stays there until the scope has spent about a hand-off on it, so that short loops cost
 * nothing and long ones are shared. While enough short tasks wait for other threads, the
 * caller makes the next call itself.
 * <p>
 * A method waits, rather than computes, if it keeps a processor busy for less than half
 * of its time. Fields are plain: threads may overwrite what others have learned, which
 * the next samples repair.
 */
public final class AdaptiveGrain implements Grain {

	/**
	 * What it costs to wake a thread.
	 */
	static final int HAND_OFF = 30_000;

	/**
	 * Calls up to this time are never forked.
	 */
	static final int TINY = 500;

	/**
	 * Calls up to this time are forked only if there are many.
	 */
	static final int SMALL = 2_000;

	/**
	 * Up to this time the caller makes calls itself while others have enough to do.
	 */
	private static final int SHORT = 20_000;

	/**
	 * From this time, a thread per processor is not disturbed by the caller's own work.
	 */
	private static final int MEDIUM = 250_000;

	/**
	 * From this time, each task is a job of its own.
	 */
	private static final int LONG = 5_000_000;

	/**
	 * A call in the caller that takes longer must not be repeated there.
	 */
	private static final int SURPRISE = 1_000_000;

	private static final int OUTLIER = 8;

	private static final int SAMPLED = 8;

	private static final int MIN_NEEDED = 4;

	private static final int MAX_NEEDED = 512;

	/**
	 * Parts into which the share of a processor is divided.
	 */
	private static final int WHOLE = 256;

	private final int processors;

	private final LongAdder callsHere = new LongAdder();

	private int expected;

	private int trust;

	private int needed = MIN_NEEDED;

	private int suspicious;

	private int calls;

	private int runs;

	/**
	 * How much of a processor a call uses, -1 as long as it is not known.
	 */
	private int busy = -1;

	public AdaptiveGrain() {
		this(Runtime.getRuntime().availableProcessors());
	}

	AdaptiveGrain(int processors) {
		this.processors = processors;
	}

	@Override
	public Place place(long spentHere, int waiting) {
		int expected = this.expected;
		if (this.trust < this.needed) {
			return Place.JOB;
		}
		if (expected < TINY || (expected < SMALL && spentHere < HAND_OFF)) {
			return Place.CALLER;
		}
		if (isAlone(expected)) {
			return Place.JOB;
		}
		boolean enough = (long) waiting * expected >= 2L * HAND_OFF * Math.max(1, this.processors - 1);
		return (expected < SHORT && enough) ? Place.CALLER : Place.QUEUE;
	}

	private boolean isAlone(int expected) {
		return expected >= LONG || (expected >= SHORT && this.busy < WHOLE / 2);
	}

	@Override
	public int workers(int waiting) {
		int expected = this.expected;
		if (this.trust < this.needed || isAlone(expected)) {
			return waiting;
		}
		if ((long) waiting * expected < HAND_OFF) {
			return 0;
		}
		return Math.min(waiting, (expected < MEDIUM) ? this.processors - 1 : this.processors);
	}

	@Override
	public int expected() {
		return this.expected;
	}

	@Override
	public boolean measuresCall() {
		return this.suspicious > 0 || (this.calls++ & (SAMPLED - 1)) == 0;
	}

	@Override
	public void madeHere(int calls) {
		this.callsHere.add(calls);
	}

	@Override
	public void called(long nanos) {
		if (nanos >= SURPRISE && nanos / OUTLIER >= this.expected) {
			this.expected = 0;
			this.trust = 0;
			this.needed = Math.min(2 * this.needed, MAX_NEEDED);
		}
		else {
			learn(nanos);
		}
	}

	@Override
	public boolean measuresProcessor() {
		return this.expected >= SHORT && (this.busy < 0 || (this.runs++ & 3) == 0);
	}

	@Override
	public void ran(long nanos, long processorNanos) {
		if (processorNanos >= 0 && nanos > 0) {
			int share = (int) Math.min(WHOLE, WHOLE * processorNanos / nanos);
			this.busy = (this.busy < 0) ? share : this.busy + (share - this.busy) / 4;
		}
		learn(nanos);
	}

	private void learn(long nanos) {
		int sample = (int) Math.max(1, Math.min(nanos, Integer.MAX_VALUE / 2));
		int expected = this.expected;
		boolean learning = this.trust < this.needed;
		if (expected == 0 || (learning && sample < expected / 2)) {
			this.expected = sample;
			this.trust++;
		}
		else if (sample / OUTLIER > expected) {
			boolean believed = this.suspicious > 0;
			this.suspicious = OUTLIER / 2;
			this.expected = believed ? sample : expected + expected / 4;
		}
		else {
			this.suspicious = Math.max(0, this.suspicious - 1);
			this.expected = Math.max(1, expected + (sample - expected) / ((sample < expected / 2) ? 2 : 4));
			becomeSurer();
		}
	}

	private void becomeSurer() {
		this.trust++;
		if (this.trust >= 64 + this.needed) {
			this.trust = this.needed;
			this.needed = Math.max(MIN_NEEDED, this.needed / 2);
		}
	}

	/**
	 * Counts the calls that were made at once in their caller because of this grain,
	 * those of open scopes a little late.
	 * @return how many
	 */
	public long callsHere() {
		return this.callsHere.sum();
	}

}
