package io.deco.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Who runs a task: its scope's owner, a worker, any other thread, or nobody since it was
 * cancelled or dropped.
 */
public class Claiming {

	/**
	 * The owner awaits what a worker is about to start.
	 */
	@JCStressTest
	@Outcome(id = "42, 1", expect = Expect.ACCEPTABLE, desc = "One of them ran it.")
	@State
	public static class OwnerOrWorker {

		private final AtomicInteger runs = new AtomicInteger();

		private final ActorPool pool = new ActorPool();

		@Actor
		public void owner(II_Result seen) {
			try (TaskScope scope = TaskScope.open(this.pool)) {
				seen.r1 = scope.fork(() -> 41 + this.runs.incrementAndGet()).await();
			}
			this.pool.close();
		}

		@Actor
		public void worker() {
			this.pool.work();
		}

		@Arbiter
		public void count(II_Result seen) {
			seen.r2 = this.runs.get();
		}

	}

	/**
	 * Two threads that do not own the scope want the same result.
	 */
	@JCStressTest
	@Outcome(id = "42, 42, 1", expect = Expect.ACCEPTABLE, desc = "Both got it, one ran it.")
	@State
	public static class TwoWaiters {

		private final AtomicInteger runs = new AtomicInteger();

		private final Task<Integer> task = TaskScope.open(new ActorPool()).fork(() -> 41 + this.runs.incrementAndGet());

		@Actor
		public void one(III_Result seen) {
			seen.r1 = this.task.await();
		}

		@Actor
		public void other(III_Result seen) {
			seen.r2 = this.task.await();
		}

		@Arbiter
		public void count(III_Result seen) {
			seen.r3 = this.runs.get();
		}

	}

	/**
	 * A task is cancelled, with an interrupt, while a worker starts it.
	 */
	@JCStressTest
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "It had ended.")
	@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "It had not started.")
	@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "It was running.")
	@State
	public static class WorkerOrCancel {

		private final AtomicInteger runs = new AtomicInteger();

		private final ActorPool pool = new ActorPool();

		private final Task<Integer> task = TaskScope.open(this.pool).fork(this.runs::incrementAndGet);

		@Actor
		public void worker(III_Result seen) {
			this.pool.runAll();
			seen.r3 = Thread.interrupted() ? 1 : 0;
		}

		@Actor
		public void canceller(III_Result seen) {
			seen.r2 = this.task.cancel(true) ? 1 : 0;
		}

		@Arbiter
		public void count(III_Result seen) {
			seen.r1 = (this.task.isCancelled() == (seen.r2 == 1)) ? this.runs.get() : -1;
		}

	}

	/**
	 * A call fails while a worker starts the next one.
	 */
	@JCStressTest
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "The next one was dropped.")
	@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "The next one ran, and was awaited.")
	@State
	public static class WorkerOrDrop {

		private static final int RUNNING = 2;

		private final IllegalStateException failure = new IllegalStateException();

		private final ActorPool pool = new ActorPool();

		private int next;

		@Actor
		public void owner(III_Result seen) {
			try (TaskScope scope = TaskScope.open(this.pool)) {
				Task<Integer> first = scope.fork(() -> {
					throw this.failure;
				});
				seen.r1 = scope.fork(this::runNext).await() + first.await();
			}
			catch (IllegalStateException ex) {
				seen.r1 = (ex == this.failure) ? 1 : 0;
			}
			seen.r2 = this.next;
			this.pool.close();
		}

		private int runNext() {
			this.next = RUNNING;
			Thread.onSpinWait();
			this.next = 1;
			return 0;
		}

		@Actor
		public void worker() {
			this.pool.work();
		}

		@Arbiter
		public void look(III_Result seen) {
			seen.r3 = this.next;
		}

	}

	/**
	 * The owner has waited too long for a task that a worker starts.
	 */
	@JCStressTest
	@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "It never runs.")
	@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "It ran, and was interrupted at most while it did.")
	@State
	public static class WorkerOrTimeLimit {

		private final AtomicInteger runs = new AtomicInteger();

		private final ActorPool pool = new ActorPool();

		private final Task<Integer> task = TaskScope.open(this.pool).fork(this.runs::incrementAndGet);

		@Actor
		public void worker(III_Result seen) {
			this.pool.runAll();
			seen.r3 = Thread.interrupted() ? 1 : 0;
		}

		@Actor
		public void owner(III_Result seen) {
			seen.r2 = this.task.giveUp(Duration.ZERO, "Carts.price") ? 1 : 0;
		}

		@Arbiter
		public void count(III_Result seen) {
			seen.r1 = this.task.isEnded() ? this.runs.get() : -1;
		}

	}

}
