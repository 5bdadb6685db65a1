package io.deco.runtime;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A thread that was invited to a {@link ScopeQueue} works on its tasks while its owner
 * adds to them and takes from them.
 */
public class Inviting {

	private static final Calls.Call COUNT = (receiver, arguments) -> {
		int before = (arguments.length > 0 && arguments[0] instanceof Integer value) ? value : 0;
		return before + ((receiver instanceof AtomicInteger runs) ? Math.min(1, runs.incrementAndGet()) : 0);
	};

	private static final ForkSite FIRST = Calls.site(1, COUNT);

	private static final ForkSite SECOND = Calls.site(2, COUNT);

	private static final ForkSite THIRD = Calls.site(3, COUNT);

	private static final ForkSite FAILING = Calls.site(1, (receiver, arguments) -> {
		throw new IllegalStateException();
	});

	/**
	 * The owner awaits what the invited thread takes too.
	 */
	@JCStressTest
	@Outcome(id = "3, 3", expect = Expect.ACCEPTABLE, desc = "Each ran once.")
	@State
	public static class OwnerAndInvited extends Invited {

		@Actor
		public void owner(II_Result seen) {
			TaskScope scope = open();
			@Nullable Object[] results = { fork(scope, FIRST), fork(scope, SECOND), fork(scope, THIRD) };
			for (Object result : results) {
				seen.r1 += value(scope, result);
			}
			WovenCalls.close(scope);
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
	 * The owner adds a task while the invited thread leaves, and runs none itself.
	 */
	@JCStressTest
	@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "The second was seen, or somebody was invited to it.")
	@State
	public static class AddOrLeave extends Invited {

		@Actor
		public void owner() {
			TaskScope scope = open();
			fork(scope, FIRST);
			fork(scope, SECOND);
			this.pool.close();
		}

		@Actor
		public void worker(II_Result seen) {
			this.pool.work();
			seen.r1 = this.runs.get();
		}

		@Arbiter
		public void count(II_Result seen) {
			seen.r2 = this.runs.get();
		}

	}

	/**
	 * What the invited thread ends releases the next task, for which the owner waits.
	 */
	@JCStressTest
	@Outcome(id = "3, 3", expect = Expect.ACCEPTABLE, desc = "Each ran once, after the one it depends on.")
	@State
	public static class Released extends Invited {

		@Actor
		public void owner(II_Result seen) {
			TaskScope scope = open();
			Object first = fork(scope, FIRST);
			Object second = fork(scope, SECOND, first);
			seen.r1 = value(scope, fork(scope, THIRD, second));
			WovenCalls.close(scope);
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
	 * A call fails while the invited thread goes on to the next ones.
	 */
	@JCStressTest
	@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The next ones were dropped.")
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "One ran, and was awaited.")
	@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "Both ran, and were awaited.")
	@State
	public static class TakenOrDropped extends Invited {

		@Actor
		public void owner(II_Result seen) {
			TaskScope scope = open();
			try {
				fork(scope, FAILING);
				fork(scope, SECOND);
				fork(scope, THIRD);
				WovenCalls.close(scope);
				seen.r1 = -1;
			}
			catch (Throwable ex) {
				boolean expected = WovenCalls.abort(scope, ex) instanceof IllegalStateException;
				seen.r1 = expected ? this.runs.get() : -2;
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
	 * A bean of a pool that takes invitations, which counts its calls.
	 */
	static class Invited {

		final AtomicInteger runs = new AtomicInteger();

		final InvitingPool pool = new InvitingPool();

		Invited() {
			InvitingPool its = this.pool;
			ConcurrentBeans.register(this.runs, (name, descriptor) -> its);
		}

		static TaskScope open() {
			return WovenCalls.open(null, "Carts.price");
		}

		@Nullable Object fork(TaskScope scope, ForkSite site, @Nullable Object... arguments) {
			return WovenCalls.fork(scope, site, this.runs, arguments);
		}

		static int value(TaskScope scope, @Nullable Object carried) {
			return (WovenCalls.await(scope, carried) instanceof Integer value) ? value : -100;
		}

	}

}
