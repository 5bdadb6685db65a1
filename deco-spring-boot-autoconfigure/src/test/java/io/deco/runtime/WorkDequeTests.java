package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WorkDeque}.
 */
@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // the scope keeps its tasks
class WorkDequeTests {

	@RegisterExtension
	private final Pools pools = new Pools();

	private final TaskScope scope = TaskScope.open((task) -> {
	});

	private final WorkDeque deque = new WorkDeque();

	private Task<Integer> add(int number) {
		Task<Integer> task = this.scope.fork(() -> number);
		this.deque.add(task);
		return task;
	}

	private static @Nullable Object run(@Nullable Task<?> task) {
		if (task == null) {
			return null;
		}
		assertThat(task.claim()).isTrue();
		return task.value();
	}

	@Test
	void ownerTakesTheLastAndOthersTheFirst() {
		for (int i = 0; i < 4; i++) {
			add(i);
		}
		assertThat(run(this.deque.takeLast())).isEqualTo(3);
		assertThat(run(this.deque.takeFirst())).isEqualTo(0);
		assertThat(run(this.deque.takeFirst())).isEqualTo(1);
		assertThat(run(this.deque.takeLast())).isEqualTo(2);
		assertThat(this.deque.takeLast()).isNull();
		assertThat(this.deque.takeFirst()).isNull();
		add(4);
		assertThat(run(this.deque.takeLast())).isEqualTo(4);
	}

	@Test
	void growsAndKeepsTheOrder() {
		for (int i = 0; i < 1000; i++) {
			add(i);
		}
		assertThat(this.deque.size()).isEqualTo(1000);
		for (int i = 0; i < 500; i++) {
			assertThat(run(this.deque.takeFirst())).isEqualTo(i);
			assertThat(run(this.deque.takeLast())).isEqualTo(999 - i);
		}
		assertThat(this.deque.size()).isZero();
	}

	@Test
	void passesOverTasksThatHaveStarted() {
		List<Task<Integer>> tasks = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			tasks.add(add(i));
		}
		tasks.get(0).claim();
		tasks.get(5).claim();
		tasks.get(4).claim();
		assertThat(this.deque.takeLast()).isSameAs(tasks.get(3));
		assertThat(this.deque.takeFirst()).isSameAs(tasks.get(1));
	}

	@Test
	void holdsNoMoreThanTwiceWhatHasNotStarted() {
		Task<Integer> first = add(-1);
		for (int i = 0; i < 100_000; i++) {
			Task<Integer> task = add(i);
			Task<Integer> next = add(i);
			task.claim();
			next.claim();
			assertThat(this.deque.size()).isLessThanOrEqualTo(17);
		}
		assertThat(this.deque.takeFirst()).isSameAs(first);
	}

	@Test
	void dropsWhatHasStartedAmongWhatHasNot() {
		List<Task<Integer>> waiting = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			Task<Integer> started = add(i);
			if (i % 10 == 0) {
				waiting.add(add(i));
			}
			started.claim();
		}
		for (Task<Integer> task : waiting) {
			assertThat(this.deque.takeFirst()).isSameAs(task);
		}
		assertThat(this.deque.takeFirst()).isNull();
	}

	@Test
	void losesNothingWhileOthersTake() throws Exception {
		ExecutorService thieves = this.pools.pool(3);
		AtomicBoolean over = new AtomicBoolean();
		AtomicInteger taken = new AtomicInteger();
		List<Future<?>> ends = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			ends.add(thieves.submit(() -> {
				while (!over.get()) {
					Task<?> task = this.deque.takeFirst();
					if (task != null && task.claim()) {
						taken.incrementAndGet();
					}
				}
			}));
		}
		int tasks = 100_000;
		for (int i = 0; i < tasks; i++) {
			add(i);
			if (i % 3 == 0) {
				Task<?> task = this.deque.takeLast();
				if (task != null && task.claim()) {
					taken.incrementAndGet();
				}
			}
		}
		for (Task<?> task = this.deque.takeLast(); task != null; task = this.deque.takeLast()) {
			if (task.claim()) {
				taken.incrementAndGet();
			}
		}
		over.set(true);
		for (Future<?> end : ends) {
			end.get();
		}
		assertThat(taken).hasValue(tasks);
	}

}
