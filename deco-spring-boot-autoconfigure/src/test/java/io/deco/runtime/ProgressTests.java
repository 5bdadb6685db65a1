package io.deco.runtime;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that no executor, however small or broken, keeps a woven method from ending.
 */
@Timeout(120)
class ProgressTests {

	@RegisterExtension
	private final Pools pools = new Pools();

	static Stream<Named<Function<Pools, Executor>>> executors() {
		return Stream.concat(executorsOfFewThreads(),
				Stream.of(Named.of("new thread", (pools) -> (task) -> new Thread(task).start())));
	}

	static Stream<Named<Function<Pools, Executor>>> executorsOfFewThreads() {
		return Stream.of(Named.of("direct", (pools) -> Runnable::run), Named.of("never", (pools) -> (task) -> {
		}), Named.of("rejecting", (pools) -> (task) -> {
			throw new RejectedExecutionException();
		}), Named.of("every other", (pools) -> new EveryOther()), Named.of("one thread", (pools) -> pools.pool(1)),
				Named.of("two threads", (pools) -> pools.pool(2)), Named.of("eight threads", (pools) -> pools.pool(8)),
				Named.of("bounded", (pools) -> bounded(new ArrayBlockingQueue<>(3))),
				Named.of("no queue", (pools) -> bounded(new SynchronousQueue<>())));
	}

	private static Executor bounded(BlockingQueue<Runnable> queue) {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 2, 1, TimeUnit.SECONDS, queue);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	@ParameterizedTest
	@MethodSource("executors")
	void nestedMethodsEnd(Function<Pools, Executor> executor) {
		assertThat(sum(executor.apply(this.pools), 1, 64)).isEqualTo(64 * 65 / 2);
	}

	private static int sum(Executor executor, int from, int to) {
		if (from == to) {
			return from;
		}
		int middle = (from + to) / 2;
		Object sum = WovenMethod.invoke(executor, (woven) -> {
			Object low = woven.fork(0, (arguments) -> sum(executor, from, middle));
			Object high = woven.fork(1, (arguments) -> sum(executor, middle + 1, to));
			return woven.fork(2, (arguments) -> number(arguments[0]) + number(arguments[1]), low, high);
		});
		return number(sum);
	}

	private static int number(@Nullable Object value) {
		return (value != null) ? (Integer) value : 0;
	}

	@ParameterizedTest
	@MethodSource("executorsOfFewThreads")
	void longChainsFitIntoAnyStack(Function<Pools, Executor> executor) {
		Object last = WovenMethod.invoke(executor.apply(this.pools), (woven) -> {
			Object link = woven.fork(0, (arguments) -> 0);
			for (int i = 0; i < 100_000; i++) {
				link = woven.fork(1, (arguments) -> number(arguments[0]) + 1, link);
			}
			return link;
		});
		assertThat(last).isEqualTo(100_000);
	}

	@Test
	void chainThatWaitsForItsFirstLinkIsReleasedIteratively() {
		for (Executor rest : new Executor[] { Runnable::run, this.pools.pool(1) }) {
			CountDownLatch complete = new CountDownLatch(1);
			ExecutorService first = this.pools.pool(1);
			AtomicInteger submitted = new AtomicInteger();
			Executor executor = (task) -> ((submitted.getAndIncrement() == 0) ? first : rest).execute(task);
			Object last = WovenMethod.invoke(executor, (woven) -> {
				Object link = woven.fork(0, (arguments) -> {
					complete.await();
					return 0;
				});
				for (int i = 0; i < 100_000; i++) {
					link = woven.fork(1, (arguments) -> number(arguments[0]) + 1, link);
				}
				complete.countDown();
				return link;
			});
			assertThat(last).isEqualTo(100_000);
		}
	}

	@Test
	void longChainIsDroppedIteratively() {
		HeldExecutor held = new HeldExecutor();
		WovenMethod woven = new WovenMethod(held);
		Object link = woven.fork(0, (arguments) -> {
			throw new IllegalStateException("first");
		});
		for (int i = 0; i < 100_000; i++) {
			link = woven.fork(1, (arguments) -> 1, link);
		}
		held.runAll();
		assertThat(WovenCalls.abort(woven.scope, new IllegalArgumentException())).hasMessage("first");
	}

	@Test
	void ownerRunsOtherTasksWhileItIsBlocked() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch otherRan = new CountDownLatch(1);
		WovenMethod woven = new WovenMethod(this.pools.pool(1));
		Object blocked = woven.fork(0, (arguments) -> {
			started.countDown();
			otherRan.await();
			return "blocked";
		});
		woven.fork(1, (arguments) -> {
			otherRan.countDown();
			return Thread.currentThread();
		});
		started.await();
		assertThat(woven.await(blocked)).isEqualTo("blocked");
		WovenCalls.close(woven.scope);
	}

	@Test
	void ownerIsWokenWhenTaskBecomesReady() {
		CountDownLatch dependentRan = new CountDownLatch(1);
		ExecutorService pool = this.pools.pool(2);
		AtomicInteger submitted = new AtomicInteger();
		Executor acceptsTwo = (task) -> {
			if (submitted.incrementAndGet() > 2) {
				throw new RejectedExecutionException();
			}
			pool.execute(task);
		};
		CountDownLatch bothStarted = new CountDownLatch(2);
		Thread owner = Thread.currentThread();
		Object result = WovenMethod.invoke(acceptsTwo, (woven) -> {
			Object blocked = woven.fork(0, (arguments) -> {
				bothStarted.countDown();
				dependentRan.await();
				return "blocked";
			});
			Object first = woven.fork(1, (arguments) -> {
				bothStarted.countDown();
				while (owner.getState() != Thread.State.WAITING) {
					Thread.onSpinWait();
				}
				return "first";
			});
			woven.fork(2, (arguments) -> {
				dependentRan.countDown();
				return null;
			}, first);
			bothStarted.await();
			return woven.await(blocked);
		});
		assertThat(result).isEqualTo("blocked");
	}

	@Test
	void releaseIsNotLeftToOuterLoopWhileTasksRun() {
		// A direct executor runs the dependent within the release of what it depends on.
		Object result = WovenMethod.invoke(new HeldFirst(), (outer) -> {
			Object first = outer.fork(0, (arguments) -> 1);
			return outer.fork(1, (arguments) -> WovenMethod.invoke(Runnable::run, (inner) -> {
				Object a = inner.fork(0, (ignored) -> 1);
				return inner.fork(1, (ignored) -> number(ignored[0]) + 1, a);
			}), first);
		});
		assertThat(result).isEqualTo(2);
	}

	static Stream<Named<Executor>> executorsThatLeaveTasksToTheirCaller() {
		return Stream.of(Named.of("never", (task) -> {
		}), Named.of("rejecting", (task) -> {
			throw new RejectedExecutionException();
		}));
	}

	/**
	 * The stack ends at another place amid the runtime's own code for each depth at which
	 * the recursion begins.
	 */
	@ParameterizedTest
	@MethodSource("executorsThatLeaveTasksToTheirCaller")
	void endlessRecursionOverflowsTheStackAndNothingElse(Executor executor) throws InterruptedException {
		for (int depth = 0; depth < 60; depth += 3) {
			AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
			int begin = depth;
			Thread caller = new Thread(null, () -> {
				try {
					recurse(executor, begin);
				}
				catch (Throwable ex) {
					thrown.set(ex);
				}
			}, "caller", 256 * 1024);
			caller.setDaemon(true);
			caller.start();
			caller.join(60_000);
			assertThat(thrown.get()).as("from depth %d", depth).isInstanceOf(StackOverflowError.class);
			assertThat(ScopeChain.isEmptyEverywhere()).isTrue();
		}
	}

	private static int recurse(Executor executor, int begin) {
		return (begin == 0) ? endless(executor) : 1 + recurse(executor, begin - 1);
	}

	@SuppressWarnings("InfiniteRecursion") // that is the test
	private static int endless(Executor executor) {
		return number(WovenMethod.invoke(executor, (woven) -> {
			Object one = woven.fork(0, (arguments) -> 1);
			Object others = woven.fork(1, (arguments) -> endless(executor));
			return number(woven.await(one)) + number(woven.await(others));
		}));
	}

	private static final class HeldFirst implements Executor {

		private boolean held;

		@Override
		public void execute(Runnable task) {
			if (this.held) {
				task.run();
			}
			this.held = true;
		}

	}

	private static final class EveryOther implements Executor {

		private final AtomicInteger calls = new AtomicInteger();

		@Override
		public void execute(Runnable task) {
			if (this.calls.incrementAndGet() % 2 == 0) {
				task.run();
			}
		}

	}

}
