package io.deco.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that loops hold no more than a limit of unstarted tasks.
 */
@Timeout(120)
class BoundedMemoryTests {

	private static final int CALLS = 1_000_000;

	private static final int LIMIT = 100;

	@RegisterExtension
	private final Pools pools = new Pools();

	private static Concurrency method(Executor executor) {
		Concurrency method = new Quiet(executor);
		method.maxUnstarted = LIMIT;
		return method;
	}

	private static int number(@Nullable Object value) {
		return (value instanceof Integer number) ? number : 0;
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void loopOfIndependentCallsIsBounded(boolean queued) {
		Concurrency method = method((task) -> {
		});
		method.grain = queued ? new FixedGrain() : null;
		AtomicInteger ran = new AtomicInteger();
		int[] most = new int[1];
		WovenMethod.invoke(method, (woven) -> {
			for (int i = 0; i < CALLS; i++) {
				woven.fork(0, (arguments) -> ran.incrementAndGet());
				most[0] = Math.max(most[0], woven.scope.ownerWait().unstarted());
			}
			return null;
		});
		assertThat(ran).hasValue(CALLS);
		assertThat(most[0]).isEqualTo(LIMIT);
	}

	@Test
	void loopOfChainedCallsIsBounded() {
		CountDownLatch complete = new CountDownLatch(1);
		Concurrency method = method(this.pools.pool(1));
		int[] most = new int[1];
		assertThat(WovenMethod.invoke(method, (woven) -> {
			Object link = 0;
			for (int i = 0; i < CALLS; i++) {
				link = woven.fork(0, (arguments) -> number(arguments[0]) + 1, link);
				most[0] = Math.max(most[0], woven.scope.ownerWait().unstarted());
			}
			complete.countDown();
			return link;
		})).isEqualTo(CALLS);
		assertThat(most[0]).isLessThanOrEqualTo(LIMIT);
	}

	@Test
	void callerWaitsForTheHeadOfAChainThatRuns() {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		Concurrency method = method(this.pools.pool(1));
		Thread owner = Thread.currentThread();
		this.pools.pool(1).execute(() -> {
			while (owner.getState() != Thread.State.WAITING) {
				Thread.onSpinWait();
			}
			goOn.countDown();
		});
		assertThat(WovenMethod.invoke(method, (woven) -> {
			Object link = woven.fork(0, (arguments) -> {
				started.countDown();
				goOn.await();
				return 0;
			});
			started.await();
			for (int i = 0; i < 2 * LIMIT; i++) {
				link = woven.fork(1, (arguments) -> number(arguments[0]) + 1, link);
				assertThat(woven.scope.ownerWait().unstarted()).isLessThanOrEqualTo(LIMIT);
			}
			return link;
		})).isEqualTo(2 * LIMIT);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8 })
	void longQueuedChainsFitIntoAnyStack(int threads) {
		Concurrency method = new Quiet(this.pools.pool(threads));
		method.grain = new FixedGrain();
		assertThat(WovenMethod.invoke(method, (woven) -> {
			Object link = woven.fork(0, (arguments) -> 0);
			for (int i = 0; i < 100_000; i++) {
				link = woven.fork(1, (arguments) -> number(arguments[0]) + 1, link);
			}
			return link;
		})).isEqualTo(100_000);
	}

	/**
	 * Notes nothing, so that a million tasks leave nothing behind.
	 */
	private static final class Quiet extends Concurrency {

		private Quiet(Executor executor) {
			super(executor);
		}

		@Override
		public TaskListener listener() {
			return TaskListener.NONE;
		}

	}

}
