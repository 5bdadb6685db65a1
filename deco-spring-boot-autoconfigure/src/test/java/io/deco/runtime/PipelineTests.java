package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for calls that a stream pipeline makes ahead.
 */
@Timeout(60)
class PipelineTests {

	@RegisterExtension
	private final Pools pools = new Pools();

	private final List<Object> taken = new ArrayList<>();

	private final List<Object> called = new ArrayList<>();

	@Test
	void startsNoMoreCallsThanItsWindowHolds() {
		HeldExecutor held = new HeldExecutor();
		Stream<Object> results = map(held, numbers(1000), (number) -> number);
		results.forEach((result) -> {
			assertThat((Integer) result).isEqualTo(this.taken.size());
			this.taken.add(result);
			assertThat(held.size()).isLessThanOrEqualTo(LookAhead.WINDOW + this.taken.size());
		});
		assertThat(this.taken).hasSize(1000);
	}

	@Test
	void startsNothingUntilTheFirstResultIsTaken() {
		HeldExecutor held = new HeldExecutor();
		assertThat(map(held, numbers(10), (number) -> number)).isNotNull();
		assertThat(held.size()).isZero();
	}

	@Test
	void keepsTheSizeOfItsSource() {
		HeldExecutor held = new HeldExecutor();
		assertThat(map(held, numbers(10), (number) -> number).count()).isEqualTo(10);
		assertThat(held.size()).isZero();
	}

	@Test
	void throwsAFailureInItsTurn() {
		Stream<Object> results = map(Runnable::run, numbers(10), (number) -> {
			if (number.equals(3)) {
				throw new IllegalStateException("three");
			}
			return number;
		});
		assertThatIllegalStateException().isThrownBy(() -> results.forEach(this.taken::add)).withMessage("three");
		assertThat(this.taken).containsExactly(0, 1, 2);
	}

	@Test
	void failureOfWhatIsReadOnPrecedesThatOfLaterCalls() {
		Stream<Object> results = map(Runnable::run, numbers(10), (number) -> {
			if (number.equals(1)) {
				throw new IllegalStateException("one");
			}
			return number;
		});
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> results.forEach((result) -> {
			throw new UnsupportedOperationException();
		})).satisfies((thrown) -> assertThat(thrown.getSuppressed()).isEmpty());
	}

	@Test
	void endDropsWhatHasNotStarted() {
		HeldExecutor held = new HeldExecutor();
		Pipeline pipeline = new Pipeline(this, WovenMethod.CALLER);
		Stream<Object> results = map(pipeline, new WovenMethod(held), numbers(5), (number) -> {
			this.called.add(number);
			return number;
		});
		assertThatIllegalStateException().isThrownBy(() -> results.forEach((result) -> {
			throw new IllegalStateException();
		}));
		pipeline.end();
		held.runAll();
		assertThat(this.called).containsExactly(0);
	}

	@Test
	void interruptEndsAllCalls() {
		Semaphore started = new Semaphore(0);
		ExecutorService pool = this.pools.pool(2);
		Pipeline pipeline = new Pipeline(this, WovenMethod.CALLER);
		CountDownLatch ended = new CountDownLatch(2);
		Stream<Object> results = map(pipeline, new WovenMethod((task) -> {
			pool.execute(task);
			// So that this thread finds nothing to run itself.
			started.acquireUninterruptibly();
		}), numbers(2), (number) -> {
			started.release();
			try {
				new CountDownLatch(1).await();
			}
			finally {
				ended.countDown();
			}
			return number;
		});
		Thread waiter = Thread.currentThread();
		this.pools.pool(1).execute(() -> {
			while (ended.getCount() > 0 && !(waiter.getState() == Thread.State.WAITING
					&& LockSupport.getBlocker(waiter) instanceof Task<?>)) {
				Thread.onSpinWait();
			}
			waiter.interrupt();
		});
		assertThatExceptionOfType(AwaitInterruptedException.class).isThrownBy(() -> results.forEach(this.taken::add));
		assertThat(Thread.interrupted()).isTrue();
		pipeline.end();
		assertThat(ended.getCount()).isZero();
		assertThat(this.taken).isEmpty();
	}

	@Test
	void callThatRunsInItsCallerIsMadeInItsTurn() {
		Concurrency method = new Concurrency(Runnable::run);
		method.inlineReason = "transaction";
		Stream<Object> results = map(new Pipeline(this, WovenMethod.CALLER), new WovenMethod(method), numbers(3),
				(number) -> {
					this.taken.add("call " + number);
					return number;
				});
		results.forEach((result) -> this.taken.add("result " + result));
		assertThat(this.taken).containsExactly("call 0", "result 0", "call 1", "result 1", "call 2", "result 2");
		assertThat(method.events).containsOnly("inlined transaction");
	}

	@Test
	void functionThatMayHaveEffectsWaitsForItsTurn() {
		Pipeline pipeline = new Pipeline(this, WovenMethod.CALLER);
		WovenMethod woven = new WovenMethod(Runnable::run);
		ForkSite site = woven.site(0, 0, (arguments) -> arguments[0]);
		Function<@Nullable Object, @Nullable Object> prepare = (number) -> {
			if (Integer.valueOf(1).equals(number)) {
				WovenCalls.check(this, pipeline, 1);
			}
			this.taken.add("prepared " + number);
			return WovenCalls.prepare(site, woven.bean, new @Nullable Object[] { number });
		};
		stream(WovenCalls.map(numbers(4), WovenCalls.function(this, prepare), pipeline, 'L'))
			.forEach((result) -> this.taken.add("result " + result));
		assertThat(this.taken).containsExactly("prepared 0", "result 0", "prepared 1", "result 1", "prepared 2",
				"prepared 3", "result 2", "result 3");
	}

	private static Stream<Integer> numbers(int count) {
		return IntStream.range(0, count).boxed();
	}

	private Stream<Object> map(Executor executor, Stream<?> elements, Body body) {
		return map(new Pipeline(this, WovenMethod.CALLER), new WovenMethod(executor), elements, body);
	}

	private Stream<Object> map(Pipeline pipeline, WovenMethod woven, Stream<?> elements, Body body) {
		ForkSite site = woven.site(0, 0, (arguments) -> body.call((Integer) arguments[0]));
		Function<@Nullable Object, @Nullable Object> prepare = (number) -> WovenCalls.prepare(site, woven.bean,
				new @Nullable Object[] { number });
		return stream(WovenCalls.map(elements, WovenCalls.function(this, prepare), pipeline, 'L'));
	}

	@SuppressWarnings("unchecked") // as woven code casts
	private static Stream<Object> stream(Object stream) {
		return (Stream<Object>) stream;
	}

	private interface Body {

		Object call(Integer number) throws Throwable;

	}

}
