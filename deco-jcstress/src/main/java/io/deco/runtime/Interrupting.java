package io.deco.runtime;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Interrupts of the thread that owns a scope.
 */
public class Interrupting {

	/**
	 * The owner is interrupted before, while or after it waits.
	 */
	@JCStressTest
	@Outcome(id = "42, 1, 1", expect = Expect.ACCEPTABLE, desc = "The wait was over, or was none.")
	@Outcome(id = "-1, 0, 0", expect = Expect.ACCEPTABLE, desc = "The wait was interrupted, the task cancelled.")
	@Outcome(id = "-1, 1, 1", expect = Expect.ACCEPTABLE, desc = "The wait was interrupted, the task had ended.")
	@State
	public static class OwnerThatWaits {

		private static final int RUNNING = 2;

		private final ActorPool pool = new ActorPool();

		private int work;

		private volatile @Nullable Thread waiting;

		private volatile boolean interrupted;

		@Actor
		public void owner(III_Result seen) {
			try (TaskScope scope = TaskScope.open(this.pool)) {
				Task<Integer> task = scope.fork(this::work);
				this.waiting = Thread.currentThread();
				seen.r1 = task.await();
			}
			catch (AwaitInterruptedException ex) {
				seen.r1 = Thread.currentThread().isInterrupted() ? -1 : -2;
			}
			seen.r2 = this.work;
			this.pool.close();
			while (!this.interrupted) {
				Thread.onSpinWait();
			}
			if (!Thread.interrupted()) {
				seen.r1 = -3;
			}
		}

		private int work() {
			this.work = RUNNING;
			Thread.onSpinWait();
			this.work = 1;
			return 42;
		}

		@Actor
		public void worker() {
			Thread owner;
			do {
				owner = this.waiting;
			}
			while (owner == null);
			this.pool.execute(owner::interrupt);
			this.pool.runAll();
			this.interrupted = true;
			this.pool.work();
		}

		@Arbiter
		public void look(III_Result seen) {
			seen.r3 = this.work;
		}

	}

}
