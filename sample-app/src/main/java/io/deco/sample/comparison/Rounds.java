package io.deco.sample.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.deco.runtime.Woven;

/**
 * Runs a job and its twin in turns, so that neither has the warmer machine: whoever was
 * first in one round is second in the next. The best round counts, since whatever else
 * the machine does can only add to the time.
 */
final class Rounds<R> {

	private final Job<R> job;

	private final List<Timed<R>> sequential = new ArrayList<>();

	private final List<Timed<R>> woven = new ArrayList<>();

	private Rounds(Job<R> job) {
		this.job = job;
	}

	static <R> Comparison run(Job<R> job, int warmUps, int rounds) throws Exception {
		Rounds<R> all = new Rounds<>(job);
		for (int round = 0; round < warmUps + rounds; round++) {
			all.run(round % 2 == 0);
		}
		return all.compare(warmUps);
	}

	private void run(boolean sequentialFirst) throws Exception {
		if (sequentialFirst) {
			this.sequential.add(Timed.call(this.job.sequential()));
		}
		this.woven.add(Timed.call(this.job.woven()));
		if (!sequentialFirst) {
			this.sequential.add(Timed.call(this.job.sequential()));
		}
	}

	/**
	 * All results are compared, also those of rounds that are not measured.
	 */
	private Comparison compare(int warmUps) {
		R expected = this.sequential.get(0).result();
		boolean equal = this.sequential.stream().allMatch((timed) -> timed.result().equals(expected))
				&& this.woven.stream().allMatch((timed) -> timed.result().equals(expected));
		return new Comparison(this.job.name(), this.job.description(), this.job.source(),
				this.job.source().isAnnotationPresent(Woven.class), bestMillis(this.sequential, warmUps),
				bestMillis(this.woven, warmUps), equal, this.woven.get(this.woven.size() - 1).result());
	}

	private static <R> double bestMillis(List<Timed<R>> runs, int warmUps) {
		return runs.stream().skip(warmUps).mapToLong(Timed::nanos).min().orElseThrow() / 1e6;
	}

	private record Timed<R>(R result, long nanos) {

		static <R> Timed<R> call(Callable<R> callable) throws Exception {
			long start = System.nanoTime();
			R result = callable.call();
			return new Timed<>(result, System.nanoTime() - start);
		}

	}

}
