package io.deco.oracle.stress;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import io.deco.oracle.Backend;
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

	/**
	 * How many initialisers of classes the thread is in. A task that needs a class whose
	 * initialiser forked it would wait for it, and it for the task.
	 */
	private static final ThreadLocal<int[]> INITIALISING = ThreadLocal.withInitial(() -> new int[1]);

	private static final Method METHOD = new Method();

	private static final ClassValue<AnnotatedClass> CLASSES = new ClassValue<>() {
		@Override
		protected AnnotatedClass computeValue(Class<?> type) {
			return new AnnotatedClass(type, METHOD);
		}
	};

	static {
		ConcurrentBeans.register(STATIC, (name, descriptor) -> METHOD);
	}

	private StressCalls() {
	}

	/**
	 * Runs all tasks from now on. The first calls of each site are forked, and of the
	 * others some, so that suites which make millions of calls end.
	 * @param backend what runs them
	 * @param first how many calls of a site are forked in any case
	 * @param every how many later calls there are to one that is forked
	 */
	static void use(Backend backend, int first, int every) {
		METHOD.backend = backend;
		METHOD.first = first;
		METHOD.every = every;
	}

	static String describe() {
		return METHOD.forked.sum() + " calls of " + METHOD.calls.size() + " sites forked";
	}

	public static void enterInitialiser() {
		INITIALISING.get()[0]++;
	}

	public static void leaveInitialiser() {
		INITIALISING.get()[0]--;
	}

	public static TaskScope open(@Nullable Object owner, String caller) {
		return WovenCalls.open(STATIC, caller);
	}

	public static @Nullable Object fork(TaskScope scope, ForkSite site, @Nullable Object receiver,
			@Nullable Object[] arguments) {
		if (receiver != null && LAST.get() != receiver) {
			ConcurrentBeans.register(receiver, CLASSES.get(receiver.getClass()));
			LAST.set(receiver);
		}
		METHOD.forks.set(METHOD.isChosen(site));
		return WovenCalls.fork(scope, site, receiver, arguments);
	}

	private static final class Method implements ConcurrentMethod {

		private final LongAdder forked = new LongAdder();

		private volatile Backend backend = Backend.of(Runnable::run);

		private final ThreadLocal<Boolean> forks = ThreadLocal.withInitial(() -> false);

		private final Map<MethodHandle, AtomicInteger> calls = new ConcurrentHashMap<>();

		private volatile int first = 1;

		private volatile int every = 1;

		boolean isChosen(ForkSite site) {
			AtomicInteger calls = this.calls.get(site.call());
			if (calls == null) {
				calls = this.calls.computeIfAbsent(site.call(), (call) -> new AtomicInteger());
			}
			return (calls.get() < this.first && calls.incrementAndGet() <= this.first)
					|| ThreadLocalRandom.current().nextInt(this.every) == 0;
		}

		@Override
		public Executor executor() {
			return this.backend;
		}

		@Override
		public @Nullable String inlineReason() {
			if (!this.forks.get()) {
				return "sampled";
			}
			String reason = (INITIALISING.get()[0] > 0) ? "initialiser" : this.backend.inlineReason();
			if (reason == null) {
				this.forked.increment();
			}
			return reason;
		}

	}

}
