package io.deco.autoconfigure;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

import io.deco.runtime.TaskListener;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.util.StreamUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of what becomes of calls when something around them fails.
 */
@Timeout(120)
@ExtendWith(NothingLeft.class)
class FaultTests {

	private static final String HERE = Thread.currentThread().getName();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ApplicationContextRunner runner = Contexts.runner()
		.withBean(SimpleMeterRegistry.class)
		.withBean(Calls.class)
		.withPropertyValues("deco.grain=always", "deco.pool.core-size=2");

	static Stream<Throwable> throwables() throws Exception {
		return Stream.of(new OutOfMemoryError("as in a test"), new StackOverflowError(), new ThreadDeathLike(),
				new IOException("checked"), new InterruptedException("of its own"), new LinkageError(),
				(Throwable) unknownType().getDeclaredConstructor().newInstance());
	}

	/**
	 * A class of exceptions that the class loader of the caller cannot find.
	 */
	private static Class<?> unknownType() throws ClassNotFoundException {
		ClassLoader isolated = new ClassLoader(null) {

			@Override
			protected Class<?> findClass(String name) throws ClassNotFoundException {
				FastByteArrayOutputStream bytes = new FastByteArrayOutputStream();
				String resource = name.replace('.', '/') + ".class";
				try (var in = FaultTests.class.getClassLoader().getResourceAsStream(resource)) {
					StreamUtils.copy(in, bytes);
				}
				catch (IOException ex) {
					throw new ClassNotFoundException(name, ex);
				}
				return defineClass(name, bytes.toByteArray(), 0, bytes.size());
			}

		};
		return isolated.loadClass(ThreadDeathLike.class.getName());
	}

	@ParameterizedTest
	@MethodSource("throwables")
	void whatTheTaskThrowsIsThrown(Throwable failure) {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			for (int i = 0; i < 5; i++) {
				assertThat(catchThrowable(() -> WovenCaller.invoke((caller) -> {
					Object before = Calls.fork(caller, calls, Calls::thread);
					Object failing = Calls.fork(caller, calls, () -> {
						throw sneak(failure);
					});
					Calls.fork(caller, calls, Calls::thread);
					assertThat(caller.await(before)).isNotNull();
					return caller.awaitUnclaimed(failing);
				}))).isSameAs(failure);
				assertThat(catchThrowable(() -> calls.later(() -> {
					throw sneak(failure);
				}).get())).hasCause(failure);
			}
			assertAlive(context);
			assertScopesClosed(context);
		});
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" }) // the cast is the
																		// purpose
	private static <E extends Throwable> RuntimeException sneak(Throwable failure) throws E {
		throw (E) failure;
	}

	static Stream<Named<ThreadFactory>> threadFactories() {
		return Stream.of(Named.of("null", FaultTests::noThread), Named.of("exception", (task) -> {
			throw new IllegalStateException("no thread");
		}), Named.of("error", (task) -> {
			throw new OutOfMemoryError("unable to create native thread");
		}));
	}

	@SuppressWarnings("NullAway") // what its contract allows, without an annotation
	private static Thread noThread(Runnable task) {
		return null;
	}

	@ParameterizedTest
	@MethodSource("threadFactories")
	void callsRunInTheirCallerIfNoThreadCanBeMade(ThreadFactory factory) {
		this.runner.withBean(ThreadPoolTaskExecutorCustomizer.class, () -> (pool) -> pool.setThreadFactory(factory))
			.run((context) -> {
				Calls calls = context.getBean(Calls.class);
				assertThat(three(calls)).isEqualTo(HERE + HERE + HERE);
				assertThat(calls.later(Calls::thread)).succeedsWithin(PATIENCE).isEqualTo(HERE);
				assertScopesClosed(context);
			});
	}

	@Test
	void callsFailIfNoThreadCanBeMadeAndTheyMustNotRunInTheirCaller() {
		ThreadFactory factory = (task) -> {
			throw new IllegalStateException("no thread");
		};
		this.runner.withPropertyValues("deco.pool.rejection-policy=abort")
			.withBean(ThreadPoolTaskExecutorCustomizer.class, () -> (pool) -> pool.setThreadFactory(factory))
			.run((context) -> {
				Calls calls = context.getBean(Calls.class);
				assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> three(calls))
					.withMessageContaining("'default'")
					.havingCause()
					.withMessage("no thread");
				assertThatExceptionOfType(RejectedExecutionException.class)
					.isThrownBy(() -> calls.later(Calls::thread));
				assertScopesClosed(context);
			});
	}

	@Test
	void aCallIsMadeOnceThoughItsExecutorTookItAndFailed() {
		CountDownLatch fail = new CountDownLatch(1);
		ThreadFactory factory = (task) -> {
			if (fail.getCount() > 0) {
				throw new IllegalStateException("no thread yet");
			}
			return new Thread(task, "deco-late");
		};
		int[] made = new int[1];
		this.runner.withBean(ThreadPoolTaskExecutorCustomizer.class, () -> (pool) -> {
			pool.setThreadFactory(factory);
			pool.setCorePoolSize(1);
		}).run((context) -> {
			Calls calls = context.getBean(Calls.class);
			Callable<String> once = () -> "made " + ++made[0];
			assertThat(calls.later(once)).succeedsWithin(PATIENCE).isEqualTo("made 1");
			fail.countDown();
			assertThat(calls.later(() -> "next")).succeedsWithin(PATIENCE).isEqualTo("next");
			assertThat(made).containsExactly(1);
		});
	}

	@Test
	void whatADecoratorThrowsWhenACallIsForkedIsThrownThere() {
		TaskDecorator decorator = (task) -> {
			throw new IllegalStateException("not decorated");
		};
		this.runner.withBean(TaskDecorator.class, () -> decorator).run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatIllegalStateException().isThrownBy(() -> three(calls)).withMessage("not decorated");
			assertThatIllegalStateException().isThrownBy(() -> calls.later(Calls::thread)).withMessage("not decorated");
			assertScopesClosed(context);
		});
	}

	@Test
	@SuppressWarnings("NullAway") // what a careless decorator may do
	void aDecoratorThatReturnsNothingIsNamed() {
		TaskDecorator decorator = (task) -> null;
		this.runner.withBean(TaskDecorator.class, () -> decorator).run((context) -> {
			assertThatIllegalStateException().isThrownBy(() -> three(context.getBean(Calls.class)))
				.withMessageContaining("returned null");
			assertScopesClosed(context);
		});
	}

	static Stream<Named<TaskDecorator>> decoratorsThatDoNotRunTheirTask() {
		return Stream.of(Named.of("throwing", (task) -> () -> {
			throw new IllegalStateException("not run");
		}), Named.of("error", (task) -> () -> {
			throw new OutOfMemoryError("not run");
		}), Named.of("nothing", (task) -> () -> {
		}));
	}

	@ParameterizedTest
	@MethodSource("decoratorsThatDoNotRunTheirTask")
	void aCallThatItsDecoratorDoesNotRunIsRunByWhoWaits(TaskDecorator decorator) {
		this.runner.withBean(TaskDecorator.class, () -> decorator).run((context) -> {
			assertThat(three(context.getBean(Calls.class))).isEqualTo(HERE + HERE + HERE);
			assertScopesClosed(context);
		});
	}

	@Test
	void aFutureFailsWithWhatItsDecoratorThrowsBeforeTheCall() {
		TaskDecorator decorator = (task) -> () -> {
			throw new IllegalStateException("not run");
		};
		this.runner.withBean(TaskDecorator.class, () -> decorator)
			.run((context) -> assertThat(context.getBean(Calls.class).later(Calls::thread)).failsWithin(PATIENCE)
				.withThrowableThat()
				.withCauseInstanceOf(IllegalStateException.class)
				.withMessageContaining("not run"));
	}

	@Test
	void whatADecoratorThrowsAfterTheCallDoesNotChangeItsResult() {
		TaskDecorator decorator = (task) -> () -> {
			task.run();
			throw new IllegalStateException("too late");
		};
		this.runner.withBean(TaskDecorator.class, () -> decorator).run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThat(three(calls)).isNotEmpty();
			assertThat(calls.later(() -> "done")).succeedsWithin(PATIENCE).isEqualTo("done");
			assertScopesClosed(context);
		});
	}

	@Test
	void whatAContextAccessorThrowsWhenACallIsForkedIsThrownThere() {
		withAccessor(new FailingAccessor(true), () -> this.runner.run((context) -> {
			assertThatIllegalStateException().isThrownBy(() -> three(context.getBean(Calls.class)))
				.withMessage("not captured");
			assertScopesClosed(context);
		}));
	}

	@Test
	void aCallWhoseContextCannotBeSetIsRunByWhoWaits() {
		withAccessor(new FailingAccessor(false), () -> this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThat(three(calls)).isEqualTo(HERE + HERE + HERE);
			assertThat(calls.later(Calls::thread)).failsWithin(PATIENCE)
				.withThrowableThat()
				.withCauseInstanceOf(IllegalStateException.class)
				.withMessageContaining("not set");
			assertScopesClosed(context);
		}));
	}

	private static void withAccessor(ThreadLocalAccessor<?> accessor, Runnable test) {
		ContextRegistry.getInstance().registerThreadLocalAccessor(accessor);
		try {
			test.run();
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor(String.valueOf(accessor.key()));
		}
	}

	@Test
	void metersThatCannotBeMadeChangeNothing() {
		MeterFilter refusing = new MeterFilter() {

			@Override
			public Meter.Id map(Meter.Id id) {
				if (id.getName().startsWith("deco.task")) {
					throw new IllegalArgumentException("no such meter");
				}
				return id;
			}

		};
		this.runner.run((context) -> {
			context.getBean(MeterRegistry.class).config().meterFilter(refusing);
			assertThat(three(context.getBean(Calls.class))).isNotEmpty();
			assertAlive(context);
			assertScopesClosed(context);
		});
	}

	static Stream<TaskListenerFactory> listeners() {
		return Stream.of((method, pool) -> new FailingListener(), (method, pool) -> {
			throw new IllegalStateException("no listener for " + method);
		});
	}

	@ParameterizedTest
	@MethodSource("listeners")
	void listenersThatFailChangeNothing(TaskListenerFactory listeners) {
		Contexts.runner()
			.withBean(Calls.class)
			.withPropertyValues("deco.grain=always", "deco.pool.core-size=2")
			.withBean(TaskListenerFactory.class, () -> listeners)
			.run((context) -> {
				Calls calls = context.getBean(Calls.class);
				assertThat(three(calls)).isNotEmpty();
				assertThat(calls.later(() -> "done")).succeedsWithin(PATIENCE).isEqualTo("done");
				assertAlive(context);
			});
	}

	private static String three(Calls calls) throws Throwable {
		return String.valueOf(WovenCaller.invoke((caller) -> {
			Object first = Calls.fork(caller, calls, Calls::thread);
			Object second = Calls.fork(caller, calls, Calls::thread);
			Object third = Calls.fork(caller, calls, Calls::thread);
			return "" + caller.await(third) + caller.await(first) + caller.await(second);
		}));
	}

	/**
	 * Checks that two calls still overlap, in threads of the pool.
	 */
	private static void assertAlive(AssertableApplicationContext context) throws Throwable {
		Calls calls = context.getBean(Calls.class);
		CountDownLatch both = new CountDownLatch(2);
		Callable<String> meet = () -> {
			both.countDown();
			both.await();
			return Calls.thread();
		};
		Object met = WovenCaller.invoke((caller) -> {
			Object first = Calls.fork(caller, calls, meet);
			Object second = Calls.fork(caller, calls, meet);
			return caller.awaitUnclaimed(first) + " " + caller.awaitUnclaimed(second);
		});
		assertThat(met).asString().contains("deco-1").contains("deco-2");
	}

	private static void assertScopesClosed(AssertableApplicationContext context) {
		assertThat(context.getBean(MeterRegistry.class).get("deco.scope.active").gauge().value()).isZero();
	}

	@SuppressWarnings("serial") // never serialized
	public static final class ThreadDeathLike extends Error {

		public ThreadDeathLike() {
		}

	}

	private static final class FailingListener implements TaskListener {

		@Override
		public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
			throw new IllegalStateException("executed");
		}

		@Override
		public void inlined(String reason) {
			throw new IllegalStateException(reason);
		}

		@Override
		public void rejected() {
			throw new IllegalStateException("rejected");
		}

		@Override
		public void awaited(long blockedNanos, String caller) {
			throw new OutOfMemoryError(caller);
		}

		@Override
		public void scopeOpened() {
			throw new StackOverflowError("opened");
		}

		@Override
		public void scopeClosed() {
			throw new IllegalStateException("closed");
		}

	}

	private static final class FailingAccessor implements ThreadLocalAccessor<String> {

		private final Thread caller = Thread.currentThread();

		private final boolean whenForked;

		FailingAccessor(boolean whenForked) {
			this.whenForked = whenForked;
		}

		@Override
		public Object key() {
			return "failing";
		}

		@Override
		public String getValue() {
			if (this.whenForked) {
				throw new IllegalStateException("not captured");
			}
			return "value";
		}

		@Override
		public void setValue(String value) {
			if (Thread.currentThread() != this.caller) {
				throw new IllegalStateException("not set");
			}
		}

		@Override
		public void setValue() {
		}

	}

}
