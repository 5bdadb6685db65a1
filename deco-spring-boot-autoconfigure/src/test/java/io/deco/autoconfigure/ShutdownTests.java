package io.deco.autoconfigure;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.util.AopTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of contexts that stop, go on, or end while calls are made.
 */
@Timeout(120)
@ExtendWith(NothingLeft.class)
class ShutdownTests {

	private static final String HERE = Thread.currentThread().getName();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ApplicationContextRunner runner = Contexts.runner()
		.withBean(Calls.class)
		.withPropertyValues("deco.grain=always", "deco.pool.core-size=1");

	private final ExecutorService requests = Executors.newCachedThreadPool();

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.requests.shutdownNow();
	}

	@Test
	void callsThatRunOrWaitAreCompleted() {
		AtomicReference<Future<String>> request = new AtomicReference<>();
		AtomicReference<CompletableFuture<?>> future = new AtomicReference<>();
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			request.set(this.requests.submit(() -> twoHeld(calls)));
			this.started.await();
			future.set(calls.later(Calls::thread));
			Future<?> closing = this.requests.submit(context.getSourceApplicationContext()::close);
			Awaitility.await().until(() -> executor(context).isShutdown());
			assertThat(closing).isNotDone();
			this.release.countDown();
			assertThat(closing).succeedsWithin(PATIENCE);
		});
		assertThat(request.get()).succeedsWithin(PATIENCE).asString().isEqualTo("held held");
		assertThat(future.get()).succeedsWithin(PATIENCE).asString().startsWith("deco-");
	}

	@Test
	void callsThatRunAreInterruptedIfTheyAreNotAwaited() {
		this.runner.withPropertyValues("deco.pool.shutdown.await-termination=false").run((context) -> {
			Calls calls = context.getBean(Calls.class);
			Future<String> request = this.requests.submit(() -> twoHeld(calls));
			this.started.await();
			CompletableFuture<?> future = calls.later(Calls::thread);
			context.getSourceApplicationContext().close();
			// its waiter runs the call that was in the queue
			this.release.countDown();
			assertThat(request).failsWithin(PATIENCE)
				.withThrowableThat()
				.withCauseInstanceOf(InterruptedException.class);
			assertThat(future).isCompletedExceptionally();
			assertThat(future.handle((value, failure) -> failure).join()).isInstanceOf(CancellationException.class)
				.hasMessageContaining("io.deco.autoconfigure.Calls.later")
				.hasMessageContaining("pool was shut down");
		});
	}

	@Test
	void callsOfAnEndedContextRunInTheirCaller() throws Exception {
		Calls[] calls = new Calls[1];
		this.runner.run((context) -> calls[0] = context.getBean(Calls.class));
		assertThat(where(calls[0])).isEqualTo(HERE);
		assertThat(later(calls[0])).isEqualTo(HERE);
		this.runner.run((context) -> {
			assertThat(where(context.getBean(Calls.class))).startsWith("deco-");
			assertThat(where(calls[0])).isEqualTo(HERE);
		});
	}

	@Test
	void callsThatWaitWhenTheirPoolIsShutDownByHandRunInTheirCaller() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			executor(context).execute(this::holdThread);
			this.started.await();
			try (WovenCaller caller = new WovenCaller()) {
				Object first = Calls.fork(caller, calls, Calls::thread);
				Object second = Calls.fork(caller, calls, Calls::thread);
				executor(context).shutdownNow();
				Object third = Calls.fork(caller, calls, Calls::thread);
				assertThat("" + caller.await(first) + caller.await(second) + caller.await(third))
					.isEqualTo(HERE + HERE + HERE);
			}
			finally {
				this.release.countDown();
			}
		});
	}

	@Test
	void callsMadeWhileBeansAreDestroyedRunInTheirCaller() {
		Ending[] calls = new Ending[1];
		Contexts.runner().withBean(Ending.class).run((context) -> {
			calls[0] = AopTestUtils.getUltimateTargetObject(context.getBean(Ending.class));
			assertThat(where(calls[0])).startsWith("deco-");
		});
		assertThat(calls[0].whereAtTheEnd).isEqualTo(HERE);
	}

	@Test
	void stoppedContextsGoOn() {
		this.runner.run((context) -> stopAndGoOn(context.getBean(Calls.class),
				context.getSourceApplicationContext()::stop, context.getSourceApplicationContext()::start));
	}

	@Test
	void pausedContextsGoOn() {
		this.runner.run((context) -> stopAndGoOn(context.getBean(Calls.class),
				context.getSourceApplicationContext(ConfigurableApplicationContext.class)::pause,
				context.getSourceApplicationContext(ConfigurableApplicationContext.class)::restart));
	}

	private static void stopAndGoOn(Calls calls, Runnable stop, Runnable start) throws Exception {
		assertThat(where(calls)).startsWith("deco-");
		stop.run();
		assertThat(claimed(calls)).isEqualTo(HERE + HERE);
		assertThat(later(calls)).isEqualTo(HERE);
		start.run();
		assertThat(where(calls)).startsWith("deco-");
		assertThat(later(calls)).startsWith("deco-");
	}

	@Test
	void callsThatRunWhenTheContextStopsEnd() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			Future<String> request = this.requests.submit(() -> twoHeld(calls));
			this.started.await();
			CompletableFuture<?> future = calls.later(Calls::thread);
			Future<?> stopping = this.requests.submit(context.getSourceApplicationContext()::stop);
			Awaitility.await().until(() -> isStopped(context));
			this.release.countDown();
			assertThat(request).succeedsWithin(PATIENCE).asString().isEqualTo("held held");
			assertThat(stopping).succeedsWithin(PATIENCE);
			context.getSourceApplicationContext().start();
			assertThat(future).succeedsWithin(PATIENCE).asString().startsWith("deco-");
		});
	}

	@Test
	void contextsEndAlsoWhileTheyAreStopped() {
		AtomicReference<CompletableFuture<?>> future = new AtomicReference<>();
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			Future<String> request = this.requests.submit(() -> twoHeld(calls));
			this.started.await();
			future.set(calls.later(Calls::thread));
			Future<?> stopping = this.requests.submit(context.getSourceApplicationContext()::stop);
			Awaitility.await().until(() -> isStopped(context));
			this.release.countDown();
			assertThat(request).succeedsWithin(PATIENCE);
			assertThat(stopping).succeedsWithin(PATIENCE);
		});
		assertThat(future.get()).succeedsWithin(PATIENCE).asString().startsWith("deco-");
	}

	private static String where(Calls calls) {
		return String.valueOf(WovenCaller.call(calls, Calls.class, "call", (Callable<String>) Calls::thread));
	}

	private static String claimed(Calls calls) {
		try (WovenCaller caller = new WovenCaller()) {
			Object first = Calls.fork(caller, calls, Calls::thread);
			Object second = Calls.fork(caller, calls, Calls::thread);
			return "" + caller.await(first) + caller.await(second);
		}
	}

	private static String later(Calls calls) throws Exception {
		return String.valueOf(calls.later(Calls::thread).get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
	}

	private static ThreadPoolExecutor executor(AssertableApplicationContext context) {
		return context.getBean("decoTaskExecutor", ThreadPoolTaskExecutor.class).getThreadPoolExecutor();
	}

	private static boolean isStopped(AssertableApplicationContext context) {
		return !context.getBean("decoTaskExecutor", ThreadPoolTaskExecutor.class).isRunning();
	}

	/**
	 * Makes two calls, of which one runs until it is released, and the other is behind it
	 * in the queue of the pool.
	 */
	private String twoHeld(Calls calls) throws InterruptedException {
		try (WovenCaller caller = new WovenCaller()) {
			Object first = Calls.fork(caller, calls, this::hold);
			this.started.await();
			Object second = Calls.fork(caller, calls, this::hold);
			return caller.await(first) + " " + caller.await(second);
		}
	}

	/**
	 * Keeps a thread of the pool busy, interrupted or not.
	 */
	private void holdThread() {
		this.started.countDown();
		while (this.release.getCount() > 0) {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				// Nobody waits for it
			}
		}
	}

	private String hold() throws InterruptedException {
		this.started.countDown();
		this.release.await();
		return "held";
	}

	/**
	 * Is destroyed after its pool.
	 */
	static class Ending extends Calls implements DisposableBean {

		@Nullable String whereAtTheEnd;

		@Override
		public void destroy() {
			this.whereAtTheEnd = where(this);
		}

	}

}
