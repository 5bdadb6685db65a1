package io.deco.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for interrupted waits and for time limits.
 */
@Timeout(60)
class InterruptionTests {

	@RegisterExtension
	private final Pools pools = new Pools();

	@Nullable Object field;

	private static Object block(@Nullable Object[] arguments) throws InterruptedException {
		new CountDownLatch(1).await();
		return arguments;
	}

	@Test
	void interruptedWaiterEndsEverything() {
		AtomicBoolean interrupted = new AtomicBoolean();
		AtomicBoolean ran = new AtomicBoolean();
		CountDownLatch started = new CountDownLatch(1);
		WovenMethod woven = new WovenMethod(this.pools.pool(1));
		woven.returningStrings();
		Object blocked = woven.fork(0, (arguments) -> {
			started.countDown();
			try {
				return block(arguments);
			}
			catch (InterruptedException ex) {
				interrupted.set(true);
				throw ex;
			}
		});
		woven.write(this, "field", blocked);
		woven.fork(1, (arguments) -> ran.getAndSet(true), blocked);
		awaitQuietly(started);
		interruptOnceParked(Thread.currentThread());
		assertThatExceptionOfType(AwaitInterruptedException.class).isThrownBy(() -> {
			throw WovenCalls.abort(woven.scope,
					catchThrowable(() -> WovenCalls.beforeRead(this, InterruptionTests.class.getName(), "field")));
		}).withMessageContaining(WovenMethod.CALLER);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(interrupted).isTrue();
		assertThat(ran).isFalse();
		assertThat(this.field).isNull();
		assertThat(ScopeChain.isEmptyEverywhere()).isTrue();
	}

	private void interruptOnceParked(Thread thread) {
		this.pools.pool(1).execute(() -> {
			while (thread.getState() != Thread.State.WAITING) {
				Thread.onSpinWait();
			}
			thread.interrupt();
		});
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void interruptDoesNotDisturbWhatNeedsNoWaiting() {
		HeldExecutor held = new HeldExecutor();
		WovenMethod woven = new WovenMethod(held);
		Object carried = woven.fork(0, (arguments) -> Thread.currentThread().isInterrupted());
		Thread.currentThread().interrupt();
		assertThat(woven.await(carried)).isEqualTo(true);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void failureThatIsKnownIsThrownDespiteAnInterrupt() {
		CountDownLatch bothStarted = new CountDownLatch(2);
		Throwable failure = new IllegalStateException("known");
		Concurrency method = new Concurrency(this.pools.pool(2));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> WovenMethod.invoke(method, (woven) -> {
			Object failing = woven.fork(0, (arguments) -> {
				bothStarted.countDown();
				bothStarted.await();
				throw failure;
			});
			woven.fork(1, (arguments) -> {
				bothStarted.countDown();
				return block(arguments);
			});
			awaitQuietly(bothStarted);
			Awaitility.await().until(() -> failing instanceof Task<?> task && task.isEnded());
			interruptOnceParked(Thread.currentThread());
			return woven.await(failing);
		})).isSameAs(failure);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void awaitFromForeignThreadKeepsTheFlag() {
		CountDownLatch goOn = new CountDownLatch(1);
		try (TaskScope scope = TaskScope.open(this.pools.pool(1))) {
			CountDownLatch started = new CountDownLatch(1);
			Task<String> task = scope.fork(() -> {
				started.countDown();
				goOn.await();
				return "done";
			});
			awaitQuietly(started);
			Future<Boolean> foreign = this.pools.pool(1).submit(() -> {
				Thread.currentThread().interrupt();
				assertThatExceptionOfType(AwaitInterruptedException.class).isThrownBy(task::await);
				return Thread.interrupted();
			});
			assertThat(foreign).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
			goOn.countDown();
			assertThat(task.await()).isEqualTo("done");
		}
	}

	@Test
	void limitInterruptsTaskAndFailsItsCall() {
		ExecutorService pool = this.pools.pool(1);
		Concurrency method = new Concurrency(pool);
		method.timeout = Duration.ofMillis(20);
		assertThatExceptionOfType(TaskTimeoutException.class)
			.isThrownBy(() -> WovenMethod.invoke(method, (woven) -> woven.fork(3, InterruptionTests::block)))
			.withCauseInstanceOf(InterruptedException.class)
			.withMessageContaining("com.example.Quotes.quote")
			.withMessageContaining("com.example.Carts.price(Carts.java:13)")
			.withMessageContaining("PT0.02S");
		assertThat(pool.submit(Thread::interrupted)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
	}

	@Test
	void limitHoldsForTaskThatReturnsLate() {
		Concurrency method = new Concurrency(this.pools.pool(1));
		method.timeout = Duration.ofMillis(20);
		assertThatExceptionOfType(TaskTimeoutException.class)
			.isThrownBy(() -> WovenMethod.invoke(method, (woven) -> woven.fork(0, (arguments) -> {
				try {
					return block(arguments);
				}
				catch (InterruptedException ex) {
					return "late";
				}
			})))
			.withNoCause();
	}

	@Test
	void limitOfClaimedTaskDoesNotInterruptItsCallerLater() {
		Concurrency method = new Concurrency((task) -> {
		});
		method.timeout = Duration.ofMillis(20);
		assertThatExceptionOfType(TaskTimeoutException.class)
			.isThrownBy(() -> WovenMethod.invoke(method, (woven) -> woven.fork(0, InterruptionTests::block)));
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void limitHoldsForInlineCalls() {
		Concurrency method = new Concurrency(Runnable::run);
		method.timeout = Duration.ofMillis(20);
		method.inlineReason = "transaction";
		assertThatExceptionOfType(TaskTimeoutException.class)
			.isThrownBy(() -> WovenMethod.invoke(method, (woven) -> woven.fork(0, InterruptionTests::block)));
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void limitThatIsKeptChangesNothing() {
		Concurrency method = new Concurrency(this.pools.pool(1));
		method.timeout = Duration.ofSeconds(Long.MAX_VALUE);
		assertThat(WovenMethod.invoke(method, (woven) -> woven.fork(0, (arguments) -> "in time"))).isEqualTo("in time");
	}

	@Test
	void ownerThatWaitsTooLongInterruptsTheCall() {
		ExecutorService pool = this.pools.pool(1);
		Concurrency method = new Concurrency(pool);
		method.awaitTimeout = Duration.ofMillis(20);
		CountDownLatch started = new CountDownLatch(1);
		assertThatExceptionOfType(TaskTimeoutException.class).isThrownBy(() -> WovenMethod.invoke(method, (woven) -> {
			Object blocked = woven.fork(3, (arguments) -> {
				started.countDown();
				return block(arguments);
			});
			started.await();
			return woven.await(blocked);
		}))
			.withCauseInstanceOf(InterruptedException.class)
			.withMessageContaining("com.example.Quotes.quote")
			.withMessageContaining("com.example.Carts.price(Carts.java:13)")
			.withMessageContaining("com.example.Carts.price waited for it for PT0.02S");
		assertThat(pool.submit(Thread::interrupted)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
	}

	@Test
	void callThatIsAwaitedTooLongFailsEvenIfItReturns() {
		Concurrency method = new Concurrency(this.pools.pool(1));
		method.awaitTimeout = Duration.ofMillis(20);
		CountDownLatch started = new CountDownLatch(1);
		AtomicBoolean ended = new AtomicBoolean();
		assertThatExceptionOfType(TaskTimeoutException.class).isThrownBy(() -> WovenMethod.invoke(method, (woven) -> {
			woven.fork(0, (arguments) -> {
				started.countDown();
				try {
					return block(arguments);
				}
				catch (InterruptedException ex) {
					return ended.getAndSet(true);
				}
			});
			started.await();
			return null;
		})).withNoCause();
		assertThat(ended).isTrue();
	}

	@Test
	void ownerThatWaitsTooLongForADependentNeverStartsIt() {
		Concurrency method = new Concurrency(this.pools.pool(1));
		method.awaitTimeout = Duration.ofMillis(20);
		CountDownLatch started = new CountDownLatch(1);
		AtomicBoolean ran = new AtomicBoolean();
		Throwable thrown = catchThrowable(() -> WovenMethod.invoke(method, (woven) -> {
			Object blocked = woven.fork(0, (arguments) -> {
				started.countDown();
				return block(arguments);
			});
			Object dependent = woven.fork(1, (arguments) -> ran.getAndSet(true), blocked);
			started.await();
			return woven.await(dependent);
		}));
		assertThat(thrown).isInstanceOf(TaskTimeoutException.class).hasMessageContaining("Carts.java:10");
		assertThat(ran).isFalse();
	}

	@Test
	void limitThatPassesBeforeTheStartHolds() {
		TaskRun<Object> run = new TaskRun<>(() -> block(new Object[0]), () -> "call", null);
		run.expire("too late");
		assertThatExceptionOfType(TaskTimeoutException.class).isThrownBy(run::call).withMessage("too late");
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	void awaitedTimeIsNotTheTimeOfTheCall() {
		Concurrency method = new Concurrency((task) -> {
		});
		method.awaitTimeout = Duration.ofNanos(1);
		assertThat(WovenMethod.invoke(method, (woven) -> woven.fork(0, (arguments) -> "in its caller")))
			.isEqualTo("in its caller");
	}

}
