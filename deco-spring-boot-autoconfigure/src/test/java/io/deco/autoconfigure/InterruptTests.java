package io.deco.autoconfigure;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.deco.runtime.AwaitInterruptedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of interrupts, wherever they arrive.
 */
@Timeout(120)
@ExtendWith(NothingLeft.class)
class InterruptTests {

	private final ApplicationContextRunner runner = Contexts.runner()
		.withBean(SimpleMeterRegistry.class)
		.withBean(Calls.class)
		.withPropertyValues("deco.grain=always", "deco.pool.core-size=2");

	private final Thread caller = Thread.currentThread();

	private final CountDownLatch started = new CountDownLatch(1);

	private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();

	private volatile boolean interrupted;

	@Test
	void beforeTheForkEndsTheWait() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatExceptionOfType(AwaitInterruptedException.class).isThrownBy(() -> WovenCaller.invoke((woven) -> {
				Object blocked = Calls.fork(woven, calls, this::block);
				this.started.await();
				this.caller.interrupt();
				Object next = Calls.fork(woven, calls, () -> "ran");
				assertThat(this.caller.isInterrupted()).isTrue();
				assertThat(woven.await(next)).isEqualTo("ran");
				return woven.await(blocked);
			})).withMessageContaining(WovenCaller.NAME);
			assertEnded(context);
		});
	}

	@Test
	void whileTheResultIsAwaitedEndsTheWait() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatExceptionOfType(AwaitInterruptedException.class).isThrownBy(() -> WovenCaller.invoke((woven) -> {
				Object blocked = Calls.fork(woven, calls, this::block);
				this.started.await();
				Calls.fork(woven, calls, this::interruptCallerOnceBlocked);
				return woven.await(blocked);
			}));
			assertEnded(context);
		});
	}

	@Test
	void whileTheScopeIsClosedEndsTheWait() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatExceptionOfType(AwaitInterruptedException.class).isThrownBy(() -> WovenCaller.invoke((woven) -> {
				Calls.fork(woven, calls, this::block);
				this.started.await();
				this.caller.interrupt();
				return "returned";
			}));
			assertEnded(context);
		});
	}

	@Test
	void ofTheTasksThreadIsTheTasksOwn() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> WovenCaller.invoke((woven) -> {
				Object blocked = Calls.fork(woven, calls, this::block);
				this.started.await();
				Thread thread = this.worker.get();
				if (thread != null) {
					thread.interrupt();
				}
				return woven.await(blocked);
			}));
			assertThat(this.interrupted).isTrue();
			assertThat(this.caller.isInterrupted()).isFalse();
			assertScopesClosed(context);
		});
	}

	@Test
	void thatATaskLeavesBehindReachesNoOtherTask() {
		this.runner.withPropertyValues("deco.pool.core-size=1").run((context) -> {
			Calls calls = context.getBean(Calls.class);
			Object flag = WovenCaller.invoke((woven) -> {
				woven.awaitUnclaimed(Calls.fork(woven, calls, () -> {
					Thread.currentThread().interrupt();
					return Calls.thread();
				}));
				return woven.awaitUnclaimed(Calls.fork(woven, calls, () -> Thread.currentThread().isInterrupted()));
			});
			assertThat(flag).isEqualTo(false);
			assertThat(this.caller.isInterrupted()).isFalse();
		});
	}

	private Object block() throws InterruptedException {
		this.worker.set(Thread.currentThread());
		this.started.countDown();
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			this.interrupted = true;
			throw ex;
		}
		return this;
	}

	/**
	 * Runs in the second thread of the pool; in the caller, nothing blocks any more.
	 */
	private Object interruptCallerOnceBlocked() {
		while (Thread.currentThread() != this.caller && this.caller.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		this.caller.interrupt();
		return this;
	}

	private void assertEnded(AssertableApplicationContext context) {
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.interrupted).isTrue();
		assertScopesClosed(context);
	}

	private static void assertScopesClosed(AssertableApplicationContext context) {
		assertThat(context.getBean(MeterRegistry.class).get("deco.scope.active").gauge().value()).isZero();
	}

}
