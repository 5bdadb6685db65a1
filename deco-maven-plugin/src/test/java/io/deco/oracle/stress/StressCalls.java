package io.deco.oracle.stress;

import java.util.Random;
import java.util.concurrent.Executor;

import io.deco.oracle.Backend;
import io.deco.runtime.ConcurrentBean;
import io.deco.runtime.ConcurrentBeans;
import io.deco.runtime.ConcurrentMethod;
import io.deco.runtime.ForkSite;
import io.deco.runtime.TaskScope;
import io.deco.runtime.WovenCalls;
import org.jspecify.annotations.Nullable;

/**
 * Stands between woven code and the runtime, and makes every object on which a concurrent
 * call is made a concurrent bean. Static methods get one of their own.
 */
public final class StressCalls {

	private static final Object STATIC = new Object();

	private static final ThreadLocal<Object> LAST = new ThreadLocal<>();

	private static final Method METHOD = new Method();

	private static final ConcurrentBean BEAN = (name, descriptor) -> METHOD;

	static {
		ConcurrentBeans.register(STATIC, BEAN);
	}

	private StressCalls() {
	}

	/**
	 * Runs all tasks from now on.
	 * @param backend what runs them
	 * @param every how many calls there are to one that is forked
	 */
	static void use(Backend backend, int every) {
		METHOD.backend = backend;
		METHOD.every = every;
	}

	static long forked() {
		return METHOD.forked.sum();
	}

	public static TaskScope open(@Nullable Object owner, String caller) {
		return WovenCalls.open(STATIC, caller);
	}

	public static @Nullable Object fork(TaskScope scope, ForkSite site, @Nullable Object receiver,
			@Nullable Object[] arguments) {
		if (receiver != null && LAST.get() != receiver) {
			ConcurrentBeans.register(receiver, BEAN);
			LAST.set(receiver);
		}
		return WovenCalls.fork(scope, site, receiver, arguments);
	}

	private static final class Method implements ConcurrentMethod {

		private final java.util.concurrent.atomic.LongAdder forked = new java.util.concurrent.atomic.LongAdder();

		private final ThreadLocal<Random> random = ThreadLocal.withInitial(() -> new Random(1));

		private volatile Backend backend = Backend.of(Runnable::run);

		private volatile int every = 1;

		@Override
		public Executor executor() {
			return this.backend;
		}

		@Override
		public @Nullable String inlineReason() {
			if (this.every > 1 && this.random.get().nextInt(this.every) != 0) {
				return "sampled";
			}
			String reason = this.backend.inlineReason();
			if (reason == null) {
				this.forked.increment();
			}
			return reason;
		}

	}

}
