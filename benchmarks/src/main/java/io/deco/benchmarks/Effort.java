package io.deco.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds how peers take turns
 * @param calls the numbers of calls in a fan-out
 * @param pools the sizes of pools for recursive calls
 * @param callers the numbers of threads that call at once
 * @param callersFor for how long they do so in a round
 * @param allocations how often allocated bytes are counted
 * @param fib whose Fibonacci number is computed
 */
record Effort(Rounds rounds, List<Integer> calls, List<Integer> pools, List<Integer> callers, Duration callersFor,
		int allocations, int fib) {

	static Effort full() {
		return new Effort(new Rounds(8, Duration.ofMillis(100)), List.of(2, 16, 1000), List.of(1, 2, 8, 16),
				List.of(1, 8, 64), Duration.ofMillis(700), 20, 20);
	}

	/**
	 * Everything once, and the long things not at all: to see that it can be run.
	 */
	static Effort smoke() {
		return new Effort(Rounds.once(), List.of(2), List.of(2), List.of(2), Duration.ZERO, 1, 5);
	}

}
