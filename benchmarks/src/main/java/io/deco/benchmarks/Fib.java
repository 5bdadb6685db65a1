package io.deco.benchmarks;

import java.util.concurrent.RecursiveTask;

import io.deco.Concurrent;
import io.deco.Synchronized;

import org.springframework.stereotype.Component;

/**
 * Fibonacci numbers, with a task a call.
 */
@Component
public class Fib {

	@Concurrent
	@Synchronized
	public long deco(int n) {
		if (n < 2) {
			return n;
		}
		long one = deco(n - 1);
		long other = deco(n - 2);
		return one + other;
	}

	static long sequential(int n) {
		return (n < 2) ? n : sequential(n - 1) + sequential(n - 2);
	}

	/**
	 * The same as a task of a {@link java.util.concurrent.ForkJoinPool}, the way its
	 * documentation does it.
	 */
	static final class Task extends RecursiveTask<Long> {

		private static final long serialVersionUID = 1;

		private final int n;

		Task(int n) {
			this.n = n;
		}

		@Override
		protected Long compute() {
			if (this.n < 2) {
				return (long) this.n;
			}
			Task one = new Task(this.n - 1);
			one.fork();
			Task other = new Task(this.n - 2);
			return other.compute() + one.join();
		}

	}

}
