package io.deco.runtime;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Tasks that depend on a task which is about to end.
 */
public class Depending {

	private static final Calls.Call NEXT = (receiver, arguments) -> {
		if (receiver instanceof AtomicInteger runs) {
			runs.incrementAndGet();
		}
		return (arguments.length > 0 && arguments[0] instanceof Integer before) ? before + 1 : 1;
	};

	private static final ForkSite FIRST = Calls.site(1, NEXT);

	private static final ForkSite SECOND = Calls.site(2, NEXT);

	private static final ForkSite THIRD = Calls.site(3, NEXT);

	private static final ForkSite FAILING = Calls.site(1, (receiver, arguments) -> {
		throw new IllegalStateException();
	});

	private static @Nullable Object[] nothing() {
		return new @Nullable Object[0];
	}

	/**
	 * A chain of calls is forked while a worker ends its tasks.
	 */
	@JCStressTest
	@Outcome(id = "3, 3", expect = Expect.ACCEPTABLE, desc = "Each ran once, after the one it depends on.")
	@State
	public static class ChainOnEnding {

		private final AtomicInteger runs = new AtomicInteger();

		private final ActorPool pool = new ActorPool();

		public ChainOnEnding() {
			ActorPool its = this.pool;
			ConcurrentBeans.register(this.runs, (name, descriptor) -> its);
		}

		@Actor
		public void owner(II_Result seen) {
			seen.r1 = chain(this.runs);
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
	 * The same, with an executor that runs what is released in the releasing thread.
	 */
	@JCStressTest
	@Outcome(id = "3, 3", expect = Expect.ACCEPTABLE, desc = "Each ran once, after the one it depends on.")
	@State
	public static class ChainInReleasingThread {

		private final AtomicInteger runs = new AtomicInteger();

		private final ActorPool pool = new ActorPool() {

			private volatile @Nullable Thread worker;

			@Override
			public void execute(Runnable task) {
				if (Thread.currentThread() == this.worker) {
					task.run();
				}
				else {
					super.execute(task);
				}
			}

			@Override
			void work() {
				this.worker = Thread.currentThread();
				super.work();
			}

		};

		public ChainInReleasingThread() {
			ActorPool its = this.pool;
			ConcurrentBeans.register(this.runs, (name, descriptor) -> its);
		}

		@Actor
		public void owner(II_Result seen) {
			seen.r1 = chain(this.runs);
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

	private static int chain(Object bean) {
		TaskScope scope = WovenCalls.open(null, "Carts.price");
		Object first = WovenCalls.fork(scope, FIRST, bean, nothing());
		Object second = WovenCalls.fork(scope, SECOND, bean, new @Nullable Object[] { first });
		Object third = WovenCalls.fork(scope, THIRD, bean, new @Nullable Object[] { second });
		int result = (WovenCalls.await(scope, third) instanceof Integer value) ? value : 0;
		WovenCalls.close(scope);
		return result;
	}

	/**
	 * A call is forked that depends on one which fails.
	 */
	@JCStressTest
	@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The failure is thrown, the dependent does not run.")
	@State
	public static class OnFailing {

		private final AtomicInteger runs = new AtomicInteger();

		private final ActorPool pool = new ActorPool();

		public OnFailing() {
			ActorPool its = this.pool;
			ConcurrentBeans.register(this.runs, (name, descriptor) -> its);
		}

		@Actor
		public void owner(II_Result seen) {
			TaskScope scope = WovenCalls.open(null, "Carts.price");
			try {
				Object first = WovenCalls.fork(scope, FAILING, this.runs, nothing());
				WovenCalls.fork(scope, SECOND, this.runs, new @Nullable Object[] { first });
				WovenCalls.close(scope);
			}
			catch (Throwable ex) {
				seen.r1 = (WovenCalls.abort(scope, ex) instanceof IllegalStateException) ? 1 : -1;
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
	 * A dependent arrives at the door that is being closed.
	 */
	@JCStressTest
	@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "It came in, and was told.")
	@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "It was too late, and knows.")
	@State
	public static class AddOrClose {

		private final Task<Integer> dependent = TaskScope.open(new ActorPool()).fork(() -> 1);

		private final Dependents dependents = new Dependents();

		@Actor
		public void adder(III_Result seen) {
			seen.r1 = this.dependents.add(this.dependent) ? 1 : 0;
		}

		@Actor
		public void closer(III_Result seen) {
			seen.r2 = this.dependents.close().contains(this.dependent) ? 1 : 0;
		}

		@Arbiter
		public void after(III_Result seen) {
			seen.r3 = this.dependents.add(this.dependent) ? 1 : 0;
		}

	}

}
