package io.deco.runtime;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Deferred writes, and who reads what they write.
 */
public class Writing {

	private static final ForkSite ANSWER = Calls.site(1, (receiver, arguments) -> 42);

	private static final ForkSite READ = Calls.site(2,
			(receiver, arguments) -> (arguments[0] instanceof Calls.Target target) ? target.value : null);

	private static final WriteSite WRITE = Calls.write();

	private static @Nullable Object[] arguments(@Nullable Object... arguments) {
		return arguments;
	}

	private static int number(@Nullable Object value) {
		return (value instanceof Integer number) ? number : 0;
	}

	/**
	 * The owner reads, and hands to a task, an object whose field is yet to be written.
	 */
	@JCStressTest
	@Outcome(id = "42, 42", expect = Expect.ACCEPTABLE, desc = "The owner and the task see what was written.")
	@State
	public static class ReadByOwnerAndTask {

		private final Object bean = new Object();

		private final ActorPool pool = new ActorPool();

		private final Calls.Target target = new Calls.Target();

		public ReadByOwnerAndTask() {
			ActorPool its = this.pool;
			ConcurrentBeans.register(this.bean, (name, descriptor) -> its);
		}

		@Actor
		public void owner(II_Result seen) {
			TaskScope scope = WovenCalls.open(null, "Carts.price");
			WovenCalls.write(scope, WRITE, this.target, WovenCalls.fork(scope, ANSWER, this.bean, arguments()));
			Object read = WovenCalls.fork(scope, READ, this.bean, arguments(this.target));
			WovenCalls.beforeRead(this.target, Calls.Target.class.getName(), "value");
			seen.r1 = number(this.target.value);
			seen.r2 = number(WovenCalls.await(scope, read));
			WovenCalls.close(scope);
			this.pool.close();
		}

		@Actor
		public void worker() {
			this.pool.work();
		}

	}

	/**
	 * Two threads put off writes at the same time, so that each must find its own in what
	 * says whether there are any.
	 */
	@JCStressTest
	@Outcome(id = "42, 42", expect = Expect.ACCEPTABLE, desc = "Each sees what it wrote itself.")
	@State
	public static class ReadInTwoThreads {

		private final Object bean = new Object();

		public ReadInTwoThreads() {
			ActorPool its = new ActorPool();
			ConcurrentBeans.register(this.bean, (name, descriptor) -> its);
		}

		@Actor
		public void one(II_Result seen) {
			seen.r1 = writeAndRead();
		}

		@Actor
		public void other(II_Result seen) {
			seen.r2 = writeAndRead();
		}

		private int writeAndRead() {
			Calls.Target target = new Calls.Target();
			TaskScope scope = WovenCalls.open(null, "Carts.price");
			WovenCalls.write(scope, WRITE, target, WovenCalls.fork(scope, ANSWER, this.bean, arguments()));
			WovenCalls.beforeRead(target, Calls.Target.class.getName(), "value");
			int read = number(target.value);
			WovenCalls.close(scope);
			return read;
		}

	}

}
