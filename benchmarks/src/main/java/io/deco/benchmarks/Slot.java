package io.deco.benchmarks;

/**
 * Where the result of one call is kept.
 */
final class Slot {

	final long seed;

	long value;

	Slot(long seed) {
		this.seed = seed;
	}

	static Slot[] of(int calls) {
		Slot[] slots = new Slot[calls];
		for (int i = 0; i < calls; i++) {
			slots[i] = new Slot(i + 1);
		}
		return slots;
	}

	static long sum(Slot[] slots) {
		long sum = 0;
		for (Slot slot : slots) {
			sum += slot.value;
		}
		return sum;
	}

}
