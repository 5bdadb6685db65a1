package io.deco.runtime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link AdaptiveGrain} learns from times that it is told.
 */
class AdaptiveGrainTests {

	private static final int MILLI = 1_000_000;

	private final AdaptiveGrain grain = new AdaptiveGrain(4);

	private void ran(int times, long nanos) {
		for (int i = 0; i < times; i++) {
			this.grain.ran(nanos, -1);
		}
	}

	private void used(int times, long nanos, long processorNanos) {
		for (int i = 0; i < times; i++) {
			this.grain.ran(nanos, processorNanos);
		}
	}

	private Grain.Place place() {
		return this.grain.place(0, 0);
	}

	@Test
	void forksWhatItDoesNotKnow() {
		for (int i = 0; i < 4; i++) {
			assertThat(place()).isEqualTo(Grain.Place.JOB);
			ran(1, 100);
		}
		assertThat(place()).isEqualTo(Grain.Place.CALLER);
	}

	@Test
	void neverForksWhatCostsLessThanAFork() {
		ran(10, 100);
		assertThat(this.grain.place(Long.MAX_VALUE, 1_000_000)).isEqualTo(Grain.Place.CALLER);
	}

	@Test
	void forksSmallCallsOnceThereAreMany() {
		ran(10, 1000);
		assertThat(this.grain.place(29_000, 0)).isEqualTo(Grain.Place.CALLER);
		assertThat(this.grain.place(31_000, 0)).isEqualTo(Grain.Place.QUEUE);
	}

	@Test
	void callerWorksWhileOthersHaveEnoughToDo() {
		ran(10, 1000);
		assertThat(this.grain.place(MILLI, 100)).isEqualTo(Grain.Place.QUEUE);
		assertThat(this.grain.place(MILLI, 200)).isEqualTo(Grain.Place.CALLER);
	}

	@Test
	void invitesNobodyForLessThanAHandOff() {
		ran(10, 10_000);
		assertThat(this.grain.workers(2)).isZero();
		assertThat(this.grain.workers(3)).isEqualTo(3);
		assertThat(this.grain.workers(100)).isEqualTo(3);
	}

	@Test
	void invitesAsManyAsThereAreProcessors() {
		used(10, MILLI, MILLI);
		assertThat(place()).isEqualTo(Grain.Place.QUEUE);
		assertThat(this.grain.workers(100)).isEqualTo(4);
	}

	@Test
	void callsThatWaitAreJobsOfTheirOwn() {
		used(10, MILLI, MILLI / 100);
		assertThat(place()).isEqualTo(Grain.Place.JOB);
		assertThat(this.grain.workers(100)).isEqualTo(100);
	}

	@Test
	void callsMayWaitUntilItIsKnown() {
		ran(10, MILLI);
		assertThat(place()).isEqualTo(Grain.Place.JOB);
		assertThat(this.grain.measuresProcessor()).isTrue();
	}

	@Test
	void longCallsAreJobsOfTheirOwn() {
		used(10, 10 * MILLI, 10 * MILLI);
		assertThat(place()).isEqualTo(Grain.Place.JOB);
	}

	@Test
	void forgetsColdStart() {
		ran(1, 50 * MILLI);
		ran(1, MILLI);
		ran(1, 20_000);
		ran(3, 200);
		assertThat(place()).isEqualTo(Grain.Place.CALLER);
	}

	@Test
	void recoversFromSlowWarmUp() {
		ran(10, 20 * MILLI);
		ran(40, 200);
		assertThat(place()).isEqualTo(Grain.Place.CALLER);
	}

	@Test
	void oneOutlierChangesLittle() {
		ran(10, 200);
		this.grain.called(MILLI / 2);
		assertThat(this.grain.expected()).isLessThan(300);
		assertThat(place()).isEqualTo(Grain.Place.CALLER);
	}

	@Test
	void measuresOneCallInEight() {
		int measured = 0;
		for (int i = 0; i < 80; i++) {
			measured += this.grain.measuresCall() ? 1 : 0;
		}
		assertThat(measured).isEqualTo(10);
	}

	@Test
	void countsCallsInTheirCaller() {
		this.grain.madeHere(3);
		this.grain.madeHere(2);
		assertThat(this.grain.callsHere()).isEqualTo(5);
	}

	@Test
	void measuresEachCallAfterAnOutlier() {
		ran(10, 200);
		this.grain.called(MILLI / 2);
		for (int i = 0; i < 4; i++) {
			assertThat(this.grain.measuresCall()).isTrue();
			this.grain.called(200);
		}
	}

	@Test
	void findsWithinTenCallsThatAMethodTurnsSlow() {
		assertThat(callsUntilForked(MILLI / 2)).isLessThanOrEqualTo(10);
	}

	@Test
	void findsWithinEightCallsThatAMethodBlocks() {
		assertThat(callsUntilForked(10 * MILLI)).isLessThanOrEqualTo(8);
	}

	private int callsUntilForked(long nanos) {
		ran(10, 200);
		this.grain.measuresCall();
		int calls = 0;
		while (place() == Grain.Place.CALLER) {
			calls++;
			if (this.grain.measuresCall()) {
				this.grain.called(nanos);
			}
		}
		return calls;
	}

	@Test
	void believesAMethodLessEachTimeItBlocks() {
		ran(10, 200);
		for (int quick = 8; quick <= 512; quick *= 2) {
			this.grain.called(10 * MILLI);
			ran(quick - 1, 200);
			assertThat(place()).isEqualTo(Grain.Place.JOB);
			ran(1, 200);
			assertThat(place()).isEqualTo(Grain.Place.CALLER);
		}
	}

	@Test
	void believesItAgainAfterAWhile() {
		ran(10, 200);
		this.grain.called(10 * MILLI);
		this.grain.called(10 * MILLI);
		ran(200, 200);
		this.grain.called(10 * MILLI);
		ran(8, 200);
		assertThat(place()).isEqualTo(Grain.Place.CALLER);
	}

	@Test
	void oneProcessorIsTheCallers() {
		AdaptiveGrain alone = new AdaptiveGrain(1);
		for (int i = 0; i < 10; i++) {
			alone.ran(10_000, -1);
		}
		assertThat(alone.workers(100)).isZero();
	}

}
