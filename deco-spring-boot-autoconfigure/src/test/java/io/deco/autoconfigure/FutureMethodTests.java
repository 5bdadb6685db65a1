package io.deco.autoconfigure;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.deco.Concurrent;
import io.deco.runtime.TaskTimeoutException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.test.util.AopTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of calls of methods that return futures, by callers that are not woven.
 */
class FutureMethodTests {

	private final ApplicationContextRunner runner = Contexts.runner()
		.withBean(Remote.class)
		.withPropertyValues("deco.pool.core-size=1");

	@Test
	void returnTheirFutureAtOnce() {
		this.runner.run((context) -> {
			Remote remote = context.getBean(Remote.class);
			assertThat(AopUtils.isAopProxy(remote)).isTrue();
			CompletableFuture<String> call = remote.held();
			assertThat(call).isNotDone();
			state(remote).latch.countDown();
			assertThat(call.get(10, TimeUnit.SECONDS)).startsWith("deco-");
			assertThat(remote.plain().get(10, TimeUnit.SECONDS)).startsWith("deco-");
			assertThat(remote.stage().toCompletableFuture().get(10, TimeUnit.SECONDS)).startsWith("deco-");
		});
	}

	@Test
	void leaveOtherMethodsInTheirCaller() {
		this.runner.run((context) -> assertThat(context.getBean(Remote.class).value())
			.isEqualTo(Thread.currentThread().getName()));
	}

	@Test
	void holdNoThreadWhileTheMethodsOwnFutureIsPending() {
		this.runner.run((context) -> {
			Remote remote = context.getBean(Remote.class);
			CompletableFuture<String> pending = remote.own();
			assertThat(remote.plain().get(10, TimeUnit.SECONDS)).startsWith("deco-");
			assertThat(pending).isNotDone();
			state(remote).own.complete("done");
			assertThat(pending.get(10, TimeUnit.SECONDS)).isEqualTo("done");
		});
	}

	@Test
	void failAsTheMethodFails() {
		this.runner.run((context) -> {
			Remote remote = context.getBean(Remote.class);
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> remote.throwing().get(10, TimeUnit.SECONDS))
				.withCauseInstanceOf(IOException.class);
			CompletableFuture<String> pending = remote.own();
			state(remote).own.completeExceptionally(new IOException("late"));
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> pending.get(10, TimeUnit.SECONDS))
				.withCauseInstanceOf(IOException.class);
		});
	}

	@Test
	void takeNullForAFutureOfNull() {
		this.runner
			.run((context) -> assertThat(context.getBean(Remote.class).none()).succeedsWithin(Duration.ofSeconds(10))
				.isNull());
	}

	@Test
	void cancelTheMethodsOwnFuture() {
		this.runner.run((context) -> {
			Remote remote = context.getBean(Remote.class);
			CompletableFuture<String> pending = remote.own();
			remote.plain().get(10, TimeUnit.SECONDS);
			pending.cancel(true);
			assertThat(state(remote).own).isCancelled();
		});
	}

	@Test
	void interruptTheMethodButNotItsThreadsNextTask() {
		this.runner.run((context) -> {
			Remote remote = context.getBean(Remote.class);
			CompletableFuture<String> held = remote.held();
			Awaitility.await().until(() -> state(remote).started.getCount() == 0);
			held.cancel(true);
			assertThat(remote.interrupted()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
			assertThat(state(remote).wasInterrupted).isTrue();
		});
	}

	@Test
	void areGivenUpAfterTheirTimeout() {
		this.runner.run((context) -> {
			Remote remote = context.getBean(Remote.class);
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> remote.limited().get(10, TimeUnit.SECONDS))
				.withCauseInstanceOf(TaskTimeoutException.class)
				.withMessageContaining("FutureMethodTests$Remote.limited")
				.withMessageContaining("20 ms");
			assertThat(remote.interrupted()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
			assertThat(state(remote).wasInterrupted).isTrue();
		});
	}

	@Test
	void composeWithAdviceInsideTheTask() {
		this.runner.withUserConfiguration(Resilience.class).run((context) -> {
			Remote remote = context.getBean(Remote.class);
			assertThat(remote.retried().get(10, TimeUnit.SECONDS)).isEqualTo(3);
		});
	}

	private static Remote state(Remote proxy) {
		return AopTestUtils.getUltimateTargetObject(proxy);
	}

	@EnableResilientMethods
	static class Resilience {

	}

	static class Remote {

		final CountDownLatch latch = new CountDownLatch(1);

		final CountDownLatch started = new CountDownLatch(1);

		final CompletableFuture<String> own = new CompletableFuture<>();

		volatile boolean wasInterrupted;

		private int attempts;

		@Concurrent
		public CompletableFuture<String> held() {
			this.started.countDown();
			try {
				this.latch.await();
			}
			catch (InterruptedException ex) {
				this.wasInterrupted = true;
				Thread.currentThread().interrupt();
			}
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		@Concurrent(timeout = "20ms")
		public CompletableFuture<String> limited() {
			return held();
		}

		@Concurrent
		public Future<String> plain() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		@Concurrent
		public CompletionStage<String> stage() {
			return CompletableFuture.completedStage(Thread.currentThread().getName());
		}

		@Concurrent
		public String value() {
			return Thread.currentThread().getName();
		}

		@Concurrent
		public CompletableFuture<String> own() {
			return this.own;
		}

		@Concurrent
		public CompletableFuture<String> throwing() throws IOException {
			throw new IOException("now");
		}

		@Concurrent
		@SuppressWarnings("NullAway") // what a careless method may do
		public CompletableFuture<@Nullable String> none() {
			return null;
		}

		@Concurrent
		public CompletableFuture<Boolean> interrupted() {
			return CompletableFuture.completedFuture(Thread.currentThread().isInterrupted());
		}

		@Concurrent
		@Retryable(delay = 0)
		public CompletableFuture<Integer> retried() {
			if (++this.attempts < 3) {
				throw new IllegalStateException();
			}
			return CompletableFuture.completedFuture(this.attempts);
		}

	}

}
