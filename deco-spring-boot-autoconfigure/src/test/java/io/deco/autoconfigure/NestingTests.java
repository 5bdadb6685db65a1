package io.deco.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.deco.Concurrent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that calls within calls end, however few threads there are.
 */
@Timeout(240)
@ExtendWith(NothingLeft.class)
class NestingTests {

	private static ApplicationContextRunner runner(int threads, int queue) {
		return Contexts.runner()
			.withBean(Nested.class)
			.withPropertyValues("deco.grain=always", "deco.pool.core-size=" + threads,
					"deco.pool.queue-capacity=" + queue, "deco.pools.a.core-size=" + threads,
					"deco.pools.b.core-size=" + threads, "deco.pools.c.core-size=" + threads);
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "2, 0", "3, 0", "4, 0", "1, 1", "1, 10000", "2, 10000", "4, 10000" })
	void endsHoweverDeep(int threads, int queue) {
		runner(threads, queue).run((context) -> assertThat(context.getBean(Nested.class).depth(50)).isEqualTo(50));
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "2, 0", "3, 0", "4, 0", "1, 1", "1, 10000", "2, 10000", "4, 10000" })
	void endsHoweverRecursive(int threads, int queue) {
		runner(threads, queue).run((context) -> assertThat(context.getBean(Nested.class).fib(12)).isEqualTo(144));
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "2, 0", "3, 0", "4, 0", "1, 10000", "2, 10000", "4, 10000" })
	void endsWherePoolsCallOneAnotherInACycle(int threads, int queue) {
		runner(threads, queue).run((context) -> assertThat(context.getBean(Nested.class).cycle(30)).isEqualTo(31 * 2));
	}

	@ParameterizedTest
	@CsvSource({ "1, 0", "2, 0", "3, 0", "4, 0", "1, 10000", "2, 10000", "4, 10000" })
	void endsWhereAllCallersAreWorkersOfTheOtherPool(int threads, int queue) {
		runner(threads, queue).run((context) -> {
			Nested nested = context.getBean(Nested.class);
			nested.met = new CountDownLatch(2 * threads);
			ExecutorService requests = Executors.newFixedThreadPool(2 * threads);
			try {
				List<Future<Integer>> answers = new ArrayList<>();
				for (int i = 0; i < 2 * threads; i++) {
					boolean first = i % 2 == 0;
					answers.add(requests.submit(() -> nested.meet(first)));
				}
				for (Future<Integer> answer : answers) {
					assertThat(answer.get(200, TimeUnit.SECONDS)).isEqualTo(10);
				}
			}
			finally {
				requests.shutdownNow();
			}
		});
	}

	@Test
	void endsWithTheErrorOfEndlessRecursion() {
		runner(1, 10).run((context) -> {
			Nested nested = context.getBean(Nested.class);
			Throwable[] thrown = new Throwable[1];
			Thread deep = new Thread(null, () -> {
				try {
					nested.endless(0);
				}
				catch (Throwable ex) {
					thrown[0] = ex;
				}
			}, "deep", 512 * 1024);
			deep.start();
			deep.join();
			assertThat(thrown[0]).isInstanceOf(StackOverflowError.class);
			assertThat(nested.fib(5)).isEqualTo(5);
		});
	}

	/**
	 * A bean whose calls make further calls.
	 */
	static class Nested {

		CountDownLatch met = new CountDownLatch(0);

		@Concurrent
		public Integer depth(Integer depth) {
			return (depth == 0) ? 0 : sum("one", depth, "depth", depth - 1);
		}

		@Concurrent
		public Integer fib(Integer n) {
			return (n < 2) ? n : sum("fib", n - 1, "fib", n - 2);
		}

		@Concurrent
		public Integer one(Integer ignored) {
			return 1;
		}

		public Integer cycle(Integer depth) {
			return sum("a", depth, "b", depth);
		}

		@Concurrent("a")
		public Integer a(Integer depth) {
			return (depth == 0) ? 1 : sum("one", depth, "b", depth - 1);
		}

		@Concurrent("b")
		public Integer b(Integer depth) {
			return (depth == 0) ? 1 : sum("one", depth, "c", depth - 1);
		}

		@Concurrent("c")
		public Integer c(Integer depth) {
			return (depth == 0) ? 1 : sum("one", depth, "a", depth - 1);
		}

		@Concurrent
		public Integer endless(Integer n) {
			return sum("one", n, "endless", n + 1);
		}

		/**
		 * Makes each of the two pools' threads busy with calls that wait for the other
		 * pool.
		 */
		int meet(boolean first) {
			try (WovenCaller caller = new WovenCaller()) {
				Object there = caller.fork(this, Nested.class, first ? "inA" : "inB", 4);
				return number(caller.await(there));
			}
		}

		@Concurrent("a")
		public Integer inA(Integer calls) throws InterruptedException {
			meetOthers();
			return sum("b", calls, "b", calls);
		}

		@Concurrent("b")
		public Integer inB(Integer calls) throws InterruptedException {
			meetOthers();
			return sum("a", calls, "a", calls);
		}

		private void meetOthers() throws InterruptedException {
			this.met.countDown();
			this.met.await();
		}

		private Integer sum(String first, Integer one, String second, Integer other) {
			try (WovenCaller caller = new WovenCaller()) {
				Object left = caller.fork(this, Nested.class, first, one);
				Object right = caller.fork(this, Nested.class, second, other);
				return number(caller.await(left)) + number(caller.await(right));
			}
		}

		private static int number(@Nullable Object value) {
			return (value != null) ? (Integer) value : 0;
		}

	}

}
