package io.deco.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TaskScope} and {@link Task} as users call them by hand.
 */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // scopes keep their tasks
class TaskScopeTests {

	private static final Executor NEVER = (task) -> {
	};

	@RegisterExtension
	private final Pools pools = new Pools();

	@Test
	void runsTasksAtTheSameTime() {
		CountDownLatch bothRun = new CountDownLatch(2);
		try (TaskScope scope = TaskScope.open(this.pools.pool(2))) {
			Task<String> first = scope.fork(() -> meet(bothRun, "a"));
			Task<String> second = scope.fork(() -> meet(bothRun, "b"));
			assertThat(first.await() + second.await()).isEqualTo("ab");
		}
	}

	private static String meet(CountDownLatch latch, String result) throws InterruptedException {
		latch.countDown();
		latch.await();
		return result;
	}

	@Test
	void givesNullResults() {
		try (TaskScope scope = TaskScope.open(Runnable::run)) {
			Task<String> task = scope.fork(() -> null);
			assertThat(task.await()).isNull();
		}
	}

	@Test
	void waitsForUnawaitedTasksWhenClosed() {
		AtomicInteger ended = new AtomicInteger();
		try (TaskScope scope = TaskScope.open(this.pools.pool(1))) {
			scope.fork(ended::incrementAndGet);
			scope.fork(ended::incrementAndGet);
		}
		assertThat(ended).hasValue(2);
	}

	@Test
	void runsUnstartedTaskInWaiter() {
		try (TaskScope scope = TaskScope.open(NEVER)) {
			Task<Thread> task = scope.fork(Thread::currentThread);
			assertThat(task.await()).isSameAs(Thread.currentThread());
		}
	}

	@Test
	void runsUnstartedTasksWhenClosed() {
		List<Integer> order = new ArrayList<>();
		try (TaskScope scope = TaskScope.open(NEVER)) {
			for (int i = 0; i < 5; i++) {
				int number = i;
				scope.fork(() -> order.add(number));
			}
		}
		assertThat(order).containsExactly(0, 1, 2, 3, 4);
	}

	@Test
	void claimsThroughGetFromAnyThread() {
		try (TaskScope scope = TaskScope.open(NEVER)) {
			Task<Thread> task = scope.fork(Thread::currentThread);
			Thread other = CompletableFuture.supplyAsync(() -> {
				try {
					return task.get();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			}).join();
			assertThat(other).isNotSameAs(Thread.currentThread());
			assertThat(task.await()).isSameAs(other);
		}
	}

	@Test
	void throwsCheckedExceptionsAsTheyAre() {
		IOException failure = new IOException("quote");
		try (TaskScope scope = TaskScope.open(Runnable::run)) {
			Task<Object> task = scope.fork(() -> {
				throw failure;
			});
			assertThatExceptionOfType(IOException.class).isThrownBy(task::await).isSameAs(failure);
		}
	}

	@Test
	void closeThrowsTheEarliestFailureThatWasNotThrown() {
		TaskScope scope = TaskScope.open(NEVER);
		scope.fork(() -> "fine");
		scope.fork(() -> {
			throw new IOException("first");
		});
		AtomicInteger ran = new AtomicInteger();
		scope.fork(ran::incrementAndGet);
		assertThatExceptionOfType(IOException.class).isThrownBy(scope::close).withMessage("first");
		assertThat(ran).hasValue(0);
		scope.close();
	}

	@Test
	void doesNotThrowFailureAgainWhenClosed() {
		TaskScope scope = TaskScope.open(NEVER);
		Task<Object> task = scope.fork(() -> {
			throw new IOException("first");
		});
		assertThatExceptionOfType(IOException.class).isThrownBy(task::await);
		scope.close();
	}

	@Test
	void failedTaskFailsWhenAwaitedAgain() {
		TaskScope scope = TaskScope.open(NEVER);
		Task<Object> task = scope.fork(() -> {
			throw new IOException("first");
		});
		Task<String> later = scope.fork(() -> "later");
		assertThatExceptionOfType(IOException.class).isThrownBy(task::await);
		assertThatExceptionOfType(IOException.class).isThrownBy(task::await);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(later::await);
		scope.close();
	}

	@Test
	void cancelledTaskIsFailure() {
		TaskScope scope = TaskScope.open(NEVER);
		Task<String> task = scope.fork(() -> "never");
		assertThat(task.cancel(true)).isTrue();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(scope::close)
			.withMessageContaining("executor was shut down");
	}

	@Test
	void waitsForCancelledTaskThatStillRuns() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		AtomicReference<String> last = new AtomicReference<>("nothing");
		TaskScope scope = TaskScope.open(this.pools.pool(1));
		Task<String> task = scope.fork(() -> {
			started.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				last.set("interrupted");
			}
			return "late";
		});
		started.await();
		assertThat(task.cancel(true)).isTrue();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(scope::close);
		assertThat(last).hasValue("interrupted");
	}

	@Test
	void refusesForkAfterClose() {
		TaskScope scope = TaskScope.open(NEVER);
		scope.close();
		assertThatIllegalStateException().isThrownBy(() -> scope.fork(() -> "late"));
	}

	@Test
	void refusesOtherThreads() {
		try (TaskScope scope = TaskScope.open(NEVER)) {
			CompletableFuture<?> other = CompletableFuture.runAsync(() -> {
				assertThatIllegalStateException().isThrownBy(() -> scope.fork(() -> "foreign"));
				assertThatIllegalStateException().isThrownBy(scope::close);
			});
			other.join();
		}
	}

	@Test
	void refusesItsOwnTasksInTheOwnersThread() {
		try (TaskScope scope = TaskScope.open(NEVER)) {
			Task<String> task = scope.fork(() -> {
				assertThatIllegalStateException().isThrownBy(() -> scope.fork(() -> "nested"));
				return "done";
			});
			assertThat(task.await()).isEqualTo("done");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 8 })
	void finishesRecursionOnPoolsOfAnySize(int threads) {
		Executor executor = (threads == 0) ? NEVER : this.pools.pool(threads);
		assertThat(fibonacci(executor, 15)).isEqualTo(610);
	}

	private static int fibonacci(Executor executor, int n) {
		if (n < 2) {
			return n;
		}
		try (TaskScope scope = TaskScope.open(executor)) {
			Task<Integer> a = scope.fork(() -> fibonacci(executor, n - 1));
			Task<Integer> b = scope.fork(() -> fibonacci(executor, n - 2));
			return a.await() + b.await();
		}
	}

	@Test
	void forgetsTasksThatWereAwaited() {
		try (TaskScope scope = TaskScope.open(NEVER)) {
			Task<String> unstarted = scope.fork(() -> "first");
			long sum = 0;
			for (int i = 0; i < 200_000; i++) {
				byte[] large = new byte[10_000];
				Task<Integer> task = scope.fork(() -> large.length);
				sum += task.await();
			}
			assertThat(sum).isEqualTo(2_000_000_000L);
			assertThat(unstarted.await()).isEqualTo("first");
		}
	}

}
