package io.deco.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for which exception is thrown, and where.
 */
@Timeout(60)
class FailureTests {

	@RegisterExtension
	private final Pools pools = new Pools();

	private final HeldExecutor held = new HeldExecutor();

	private static WovenMethod.Call failing(Throwable failure) {
		return (arguments) -> {
			throw failure;
		};
	}

	private static List<Throwable> suppressed(Throwable thrown) {
		return Arrays.stream(thrown.getSuppressed()).filter((each) -> !(each instanceof CallerTrace)).toList();
	}

	@Test
	void throwsTheEarliestFailureWhateverFailedFirst() throws InterruptedException {
		CountDownLatch secondFailed = new CountDownLatch(1);
		IOException first = new IOException("first");
		IllegalStateException second = new IllegalStateException("second");
		Throwable thrown = catchThrowable(() -> WovenMethod.invoke(this.pools.pool(2), (woven) -> {
			woven.fork(0, (arguments) -> {
				secondFailed.await();
				throw first;
			});
			Object later = woven.fork(1, (arguments) -> {
				secondFailed.countDown();
				throw second;
			});
			return woven.await(later);
		}));
		assertThat(thrown).isSameAs(first);
		assertThat(suppressed(first)).containsExactly(second);
	}

	@Test
	void successfulAwaitDoesNotWaitForEarlierTasks() {
		CountDownLatch goOn = new CountDownLatch(1);
		WovenMethod woven = new WovenMethod(this.pools.pool(2));
		woven.fork(0, (arguments) -> {
			goOn.await();
			return null;
		});
		assertThat(woven.await(woven.fork(1, (arguments) -> "value"))).isEqualTo("value");
		goOn.countDown();
		WovenCalls.close(woven.scope);
	}

	@Test
	void nobodyStartsTasksAfterOneThatFailed() {
		List<String> ran = new ArrayList<>();
		IOException failure = new IOException("second");
		Throwable thrown = catchThrowable(() -> WovenMethod.invoke(this.held, (woven) -> {
			woven.fork(0, (arguments) -> ran.add("first"));
			woven.fork(1, failing(failure));
			Object third = woven.fork(2, (arguments) -> ran.add("third"));
			woven.fork(3, (arguments) -> ran.add("fourth"), third);
			Runnable first = this.held.take();
			this.held.runAll();
			assertThat(ran).isEmpty();
			first.run();
			return woven.await(third);
		}));
		assertThat(thrown).isSameAs(failure);
		assertThat(ran).containsExactly("first");
	}

	@Test
	void tasksAfterAHandledFailureStart() {
		List<String> ran = new ArrayList<>();
		IOException failure = new IOException("handled");
		WovenMethod.invoke(this.held, (woven) -> {
			woven.fork(0, failing(failure));
			this.held.runAll();
			assertThat(catchThrowable(() -> WovenCalls.awaitAll(woven.scope))).isSameAs(failure);
			woven.fork(1, (arguments) -> ran.add("later"));
			this.held.runAll();
			assertThat(ran).containsExactly("later");
			return null;
		});
	}

	@Test
	void awaitNoticesFailureOfAnotherTask() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.fork(0, failing(new IOException("known")));
		this.held.runAll();
		AtomicBoolean ran = new AtomicBoolean();
		Object later = assertForkThrows(woven, ran);
		assertThat(later).isNull();
		assertThat(ran).isFalse();
	}

	private static @Nullable Object assertForkThrows(WovenMethod woven, AtomicBoolean ran) {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> woven.fork(1, (arguments) -> ran.getAndSet(true)))
			.withMessage("known");
		return null;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8 })
	void endlessLoopEndsWithTheFirstFailure(int threads) {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> WovenMethod.invoke(this.pools.pool(threads), (woven) -> {
				for (int i = 0;; i++) {
					woven.fork(0, (arguments) -> {
						if ((Integer) arguments[0] >= 1000) {
							throw new IOException("end " + arguments[0]);
						}
						return null;
					}, i);
				}
			}))
			.withMessage("end 1000");
	}

	@Test
	void cancelsLaterUnstartedTasks() {
		WovenMethod woven = new WovenMethod(this.held);
		List<Object> ran = new ArrayList<>();
		woven.fork(0, (arguments) -> ran.add("before"));
		Object failing = woven.fork(1, failing(new IOException("failure")));
		woven.fork(2, (arguments) -> ran.add("after"));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> woven.await(failing));
		this.held.runAll();
		assertThat(ran).containsExactly("before");
	}

	@Test
	void awaitsLaterRunningTasks() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch failed = new CountDownLatch(1);
		AtomicBoolean ended = new AtomicBoolean();
		IllegalStateException later = new IllegalStateException("later");
		Throwable thrown = catchThrowable(() -> WovenMethod.invoke(this.pools.pool(2), (woven) -> {
			Object first = woven.fork(0, (arguments) -> {
				started.await();
				failed.countDown();
				throw new IOException("failure");
			});
			woven.fork(1, (arguments) -> {
				started.countDown();
				failed.await();
				ended.set(true);
				throw later;
			});
			return woven.await(first);
		}));
		assertThat(thrown).isInstanceOf(IOException.class);
		assertThat(ended).isTrue();
		assertThat(suppressed(thrown)).containsExactly(later);
	}

	@Test
	void oneExceptionThrownTwiceIsNotSuppressedUnderItself() {
		IOException constant = new IOException("constant");
		WovenMethod woven = new WovenMethod(this.pools.pool(2));
		CountDownLatch both = new CountDownLatch(2);
		WovenMethod.Call call = (arguments) -> {
			both.countDown();
			both.await();
			throw constant;
		};
		woven.fork(0, call);
		woven.fork(1, call);
		assertThat(WovenCalls.abort(woven.scope, constant)).isSameAs(constant);
		assertThat(suppressed(constant)).isEmpty();
	}

	@Test
	void exceptionThatHasTheFailureAsItsCauseIsNotSuppressedUnderIt() {
		IOException failure = new IOException("failure");
		WovenMethod woven = new WovenMethod(this.held);
		woven.fork(0, failing(failure));
		assertThat(WovenCalls.abort(woven.scope, new IllegalStateException(failure))).isSameAs(failure);
		assertThat(suppressed(failure)).isEmpty();
	}

	@Test
	void exceptionWithACauseOfItsOwnIsSuppressedWithoutAskingForIt() {
		IOException failure = new IOException("failure");
		IOException own = new IOException("own") {

			private static final long serialVersionUID = 1L;

			@Override
			public synchronized Throwable getCause() {
				throw new IllegalStateException("asked for the cause");
			}

		};
		WovenMethod woven = new WovenMethod(this.held);
		woven.fork(0, failing(failure));
		assertThat(WovenCalls.abort(woven.scope, own)).isSameAs(failure);
		assertThat(suppressed(failure)).containsExactly(own);
	}

	@Test
	void exceptionOfTheMethodIsSuppressedUnderEarlierFailure() {
		IOException failure = new IOException("earlier");
		IllegalStateException own = new IllegalStateException("own");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> WovenMethod.invoke(this.held, (woven) -> {
			woven.fork(0, failing(failure));
			throw own;
		})).isSameAs(failure);
		assertThat(suppressed(failure)).containsExactly(own);
	}

	@Test
	void exceptionOfTheMethodIsThrownIfNothingFailed() {
		IllegalStateException own = new IllegalStateException("own");
		AtomicBoolean ran = new AtomicBoolean();
		assertThat(catchThrowable(() -> WovenMethod.invoke(this.held, (woven) -> {
			woven.fork(0, (arguments) -> ran.getAndSet(true));
			throw own;
		}))).isSameAs(own);
		assertThat(ran).isTrue();
	}

	@Test
	void unusedResultsStillThrow() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> WovenMethod.invoke(this.held, (woven) -> {
			woven.fork(0, failing(new IOException("unused")));
			return "fine";
		}));
	}

	@Test
	void errorsAreThrownAsTheyAre() {
		StackOverflowError error = new StackOverflowError();
		assertThat(catchThrowable(() -> WovenMethod.invoke(this.held, (woven) -> woven.fork(0, failing(error)))))
			.isSameAs(error);
	}

	@Test
	void handlersSeeFailuresFromTheirRegionOnly() {
		WovenMethod woven = new WovenMethod(this.held);
		IOException failure = new IOException("before the region");
		woven.fork(0, failing(failure));
		woven.fork(1, (arguments) -> null);
		Throwable thrown = catchThrowable(() -> WovenCalls.awaitSites(woven.scope, 1, 2));
		assertThat(thrown).isNull();
		thrown = WovenCalls.settle(woven.scope, new IllegalStateException("own"), 1, 2);
		assertThat(thrown).isSameAs(failure);
		assertThat(WovenCalls.escapes(woven.scope, 1, 2)).isTrue();
		assertThat(WovenCalls.settle(woven.scope, thrown, 0, 2)).isSameAs(failure);
		assertThat(WovenCalls.escapes(woven.scope, 0, 2)).isFalse();
	}

	@Test
	void handlerThatTookFailureMayThrowItAgain() {
		WovenMethod woven = new WovenMethod(this.held);
		IOException failure = new IOException("inside");
		woven.fork(5, failing(failure));
		assertThat(WovenCalls.settle(woven.scope, failure, 5, 6)).isSameAs(failure);
		assertThat(WovenCalls.escapes(woven.scope, 5, 6)).isFalse();
		assertThat(WovenCalls.settle(woven.scope, failure, 7, 8)).isSameAs(failure);
		assertThat(WovenCalls.escapes(woven.scope, 7, 8)).isFalse();
	}

	@Test
	void exceptionFromTheRegionItselfDoesNotEscape() {
		WovenMethod woven = new WovenMethod(this.held);
		IllegalStateException own = new IllegalStateException("own");
		woven.fork(0, (arguments) -> null);
		assertThat(WovenCalls.settle(woven.scope, own, 1, 2)).isSameAs(own);
		assertThat(WovenCalls.escapes(woven.scope, 1, 2)).isFalse();
	}

	@Test
	void methodGoesOnAfterHandledFailure() {
		WovenMethod woven = new WovenMethod(this.held);
		Object failed = woven.fork(0, failing(new IOException("handled")));
		Throwable thrown = catchThrowable(() -> woven.await(failed));
		WovenCalls.settle(woven.scope, thrown, 0, 1);
		assertThat(WovenCalls.escapes(woven.scope, 0, 1)).isFalse();
		assertThat(woven.await(woven.fork(1, (arguments) -> "fine"))).isEqualTo("fine");
		WovenCalls.close(woven.scope);
	}

	@Test
	void attachesTheStackOfTheWaiter() {
		WovenMethod woven = new WovenMethod(this.pools.pool(1));
		Object carried = woven.fork(2, failing(new IOException("failure")));
		Throwable thrown = catchThrowable(() -> woven.await(carried));
		assertThat(thrown.getStackTrace()).noneMatch((frame) -> frame.getMethodName().equals("awaitAll"));
		Throwable trace = thrown.getSuppressed()[0];
		assertThat(trace).isInstanceOf(CallerTrace.class)
			.hasMessage("forked by com.example.Carts.price(Carts.java:12), awaited here");
		assertThat(trace.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(FailureTests.class.getName()));
	}

	@Test
	void attachesAtMostEightStacks() {
		IOException constant = new IOException("constant");
		for (int i = 0; i < 20; i++) {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> WovenMethod.invoke(this.held, (woven) -> woven.fork(0, failing(constant))));
		}
		assertThat(constant.getSuppressed()).hasSize(8);
	}

	@Test
	void closesScopeOnceOnEveryPath() {
		Concurrency method = new Concurrency(this.held);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> WovenMethod.invoke(method, (woven) -> {
			woven.fork(0, failing(new IOException("unused")));
			return null;
		}));
		assertThat(method.events).containsOnlyOnce("opened").containsOnlyOnce("closed");
	}

}
