package io.deco.runtime;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What others see of a task that has ended: its result, and all that it did before. And
 * that a closed scope has nothing left that runs.
 */
public class Completing {

	/**
	 * The owner awaits a result.
	 */
	@JCStressTest
	@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The result is complete, and what was done before it.")
	@State
	public static class SeenByOwner {

		private final ActorPool pool = new ActorPool();

		private int done;

		@Actor
		public void owner(II_Result seen) {
			try (TaskScope scope = TaskScope.open(this.pool)) {
				Task<Calls.Target> task = scope.fork(() -> {
					this.done = 2;
					Calls.Target result = new Calls.Target();
					result.value = 1;
					return result;
				});
				seen.r1 = (task.await().value instanceof Integer value) ? value : 0;
				seen.r2 = this.done;
			}
			this.pool.close();
		}

		@Actor
		public void worker() {
			this.pool.work();
		}

	}

	/**
	 * Another thread looks whether the task is done.
	 */
	@JCStressTest
	@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "It is not done.")
	@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "It is, and its result is complete.")
	@State
	public static class SeenAsDone {

		private final ActorPool pool = new ActorPool();

		private int done;

		private final Task<Integer> task = TaskScope.open(this.pool).fork(() -> {
			this.done = 2;
			return 1;
		});

		@Actor
		public void worker() {
			this.pool.runAll();
		}

		@Actor
		public void other(II_Result seen) {
			if (this.task.isDone()) {
				seen.r1 = this.task.await();
				seen.r2 = this.done;
			}
		}

	}

	/**
	 * A scope is closed while a worker runs its tasks.
	 */
	@JCStressTest
	@Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "Both have ended when the scope is closed.")
	@State
	public static class BeforeClose {

		private final ActorPool pool = new ActorPool();

		private int first;

		private int second;

		@Actor
		public void owner(III_Result seen) {
			try (TaskScope scope = TaskScope.open(this.pool)) {
				Task<Integer> one = scope.fork(() -> ++this.first);
				Task<Integer> two = scope.fork(() -> ++this.second);
				seen.r3 = System.identityHashCode(one) - System.identityHashCode(two);
			}
			seen.r1 = this.first;
			seen.r2 = this.second;
			this.pool.close();
		}

		@Actor
		public void worker() {
			this.pool.work();
		}

		@Arbiter
		public void look(III_Result seen) {
			seen.r3 = this.first + this.second;
		}

	}

	/**
	 * A call is forked after a failure was caught that had others dropped, by whoever
	 * came upon them.
	 */
	@JCStressTest
	@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The failure is thrown, and the later call is made.")
	@State
	public static class AfterFailure {

		private final ActorPool pool = new ActorPool();

		@Actor
		public void owner(II_Result seen) {
			try (TaskScope scope = TaskScope.open(this.pool)) {
				try {
					Task<Integer> failing = scope.fork(() -> {
						throw new IllegalStateException();
					});
					Task<Integer> dropped = scope.fork(() -> 0);
					seen.r1 = failing.await() + dropped.await();
				}
				catch (IllegalStateException ex) {
					seen.r1 = 1;
				}
				seen.r2 = scope.fork(() -> 2).await();
			}
			this.pool.close();
		}

		@Actor
		public void worker() {
			this.pool.work();
		}

	}

	/**
	 * Two calls fail at the same time.
	 */
	@JCStressTest
	@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The later one did not run.")
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "The later one is suppressed.")
	@State
	public static class TwoFailures {

		private final IllegalStateException earlier = new IllegalStateException();

		private final ActorPool pool = new ActorPool();

		private boolean laterRan;

		@Actor
		public void owner(II_Result seen) {
			try (TaskScope scope = TaskScope.open(this.pool)) {
				Task<Integer> one = scope.fork(() -> {
					throw this.earlier;
				});
				Task<Integer> two = scope.fork(() -> {
					this.laterRan = true;
					throw new IllegalArgumentException();
				});
				seen.r1 = two.await() + one.await();
			}
			catch (IllegalStateException ex) {
				seen.r1 = (ex == this.earlier) ? 1 : 0;
				for (Throwable suppressed : ex.getSuppressed()) {
					seen.r2 += (suppressed instanceof IllegalArgumentException) ? 1 : 0;
				}
				if (this.laterRan != (seen.r2 == 1)) {
					seen.r2 = -1;
				}
			}
			this.pool.close();
		}

		@Actor
		public void worker() {
			this.pool.work();
		}

	}

}
