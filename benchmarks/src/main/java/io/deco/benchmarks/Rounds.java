package io.deco.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures peers in turns, in rounds.
 * <p>
 * JMH measures one benchmark after the other, each for seconds in a JVM of its own. What
 * the machine does meanwhile, and what one JVM happens to compile, then goes into the
 * ratios. Here the peers of a row take turns of a fraction of a second in one JVM, each
 * round begins with another one, and only times of the same round are divided. Results
 * are summed up and published, as JMH's black hole would keep them.
 *
 * @param rounds how many
 * @param slice for how long a turn lasts at least
 */
record Rounds(int rounds, Duration slice) {

	private static final int ROUNDS_IF_SLOW = 5;

	private static final int WARM_UP_SLICES = 3;

	private static final AtomicLong SINK = new AtomicLong();

	/**
	 * Runs each peer once.
	 */
	static Rounds once() {
		return new Rounds(1, Duration.ZERO);
	}

	/**
	 * Measures how long each peer takes, in microseconds.
	 * @param row what they do
	 */
	List<Samples> measure(String row, List<Peer> peers) throws Exception {
		boolean slow = warmUp(peers);
		int rounds = slow ? Math.min(this.rounds, ROUNDS_IF_SLOW) : this.rounds;
		Map<String, List<Double>> values = new LinkedHashMap<>();
		peers.forEach((peer) -> values.put(peer.name(), new ArrayList<>()));
		List<Peer> order = new ArrayList<>(peers);
		for (int round = 0; round < rounds; round++) {
			for (Peer peer : order) {
				if (round == 0 || !peer.once()) {
					values.getOrDefault(peer.name(), List.of()).add(turn(peer, this.slice.toNanos()));
				}
			}
			Collections.rotate(order, 1);
		}
		List<Samples> samples = new ArrayList<>();
		values.forEach((peer, measured) -> samples.add(new Samples(row, peer, measured)));
		return samples;
	}

	/**
	 * Runs all peers until they have been compiled.
	 * @return whether one of them takes longer than a turn
	 */
	private boolean warmUp(List<Peer> peers) throws Exception {
		boolean slow = false;
		for (int slice = 0; slice < WARM_UP_SLICES && !slow && !this.slice.isZero(); slice++) {
			for (Peer peer : peers) {
				slow |= !peer.once() && turn(peer, this.slice.toNanos()) * 1000 > this.slice.toNanos();
			}
		}
		return slow;
	}

	private static double turn(Peer peer, long nanos) throws Exception {
		long sum = 0;
		long runs = 0;
		long start = System.nanoTime();
		long elapsed;
		do {
			sum += peer.work().run();
			runs++;
			elapsed = System.nanoTime() - start;
		}
		while (elapsed < nanos);
		consume(sum);
		return elapsed / 1000.0 / runs;
	}

	static void consume(long value) {
		SINK.set(value);
	}

}
