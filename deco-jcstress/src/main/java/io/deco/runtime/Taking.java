package io.deco.runtime;

import java.util.concurrent.atomic.AtomicIntegerArray;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What the owner of a {@link WorkDeque} and others take from it: each entry once. At the
 * end, what is left is taken too.
 */
public class Taking {

	/**
	 * Owner and thief want the only task.
	 */
	@JCStressTest
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "It was taken once.")
	@State
	public static class OnlyOne extends Deque {

		public OnlyOne() {
			super(1);
			add(0);
		}

		@Actor
		public void owner() {
			note(this.deque.takeLast());
		}

		@Actor
		public void thief() {
			note(this.deque.takeFirst());
		}

		@Arbiter
		public void count(II_Result seen) {
			countAll(seen);
		}

	}

	/**
	 * The owner adds and takes while two thieves take.
	 */
	@JCStressTest
	@Outcome(id = "1, 3", expect = Expect.ACCEPTABLE, desc = "Each was taken once.")
	@State
	public static class AddedMeanwhile extends Deque {

		public AddedMeanwhile() {
			super(3);
			add(0);
		}

		@Actor
		public void owner() {
			add(1);
			note(this.deque.takeLast());
			add(2);
			note(this.deque.takeLast());
		}

		@Actor
		public void thief() {
			note(this.deque.takeFirst());
		}

		@Actor
		public void otherThief() {
			note(this.deque.takeFirst());
		}

		@Arbiter
		public void count(II_Result seen) {
			countAll(seen);
		}

	}

	/**
	 * The array is full and grows while thieves take.
	 */
	@JCStressTest
	@Outcome(id = "1, 18", expect = Expect.ACCEPTABLE, desc = "Each was taken once.")
	@State
	public static class Growing extends Deque {

		public Growing() {
			super(18);
			for (int i = 0; i < 16; i++) {
				add(i);
			}
		}

		@Actor
		public void owner() {
			add(16);
			add(17);
			note(this.deque.takeLast());
		}

		@Actor
		public void thief() {
			note(this.deque.takeFirst());
		}

		@Actor
		public void otherThief() {
			note(this.deque.takeFirst());
			note(this.deque.takeFirst());
		}

		@Arbiter
		public void count(II_Result seen) {
			countAll(seen);
		}

	}

	/**
	 * The array is full of tasks that have started, and is cleared of them while a thief
	 * takes.
	 */
	@JCStressTest
	@Outcome(id = "1, 3", expect = Expect.ACCEPTABLE, desc = "Each that has not started was taken once.")
	@State
	public static class Compacting extends Deque {

		public Compacting() {
			super(17);
			for (int i = 0; i < 16; i++) {
				add(i);
			}
			for (int i = 1; i < 15; i++) {
				this.tasks[i].claim();
			}
		}

		@Actor
		public void owner() {
			add(16);
			note(this.deque.takeLast());
		}

		@Actor
		public void thief() {
			note(this.deque.takeFirst());
		}

		@Arbiter
		public void count(II_Result seen) {
			countAll(seen);
		}

	}

	/**
	 * A deque, and how often each of its tasks was taken.
	 */
	static class Deque {

		final WorkDeque deque = new WorkDeque();

		final Task<?>[] tasks;

		private final AtomicIntegerArray taken;

		Deque(int size) {
			TaskScope scope = TaskScope.open(new ActorPool());
			this.tasks = new Task<?>[size];
			this.taken = new AtomicIntegerArray(size);
			for (int i = 0; i < size; i++) {
				this.tasks[i] = scope.fork(() -> 1);
			}
		}

		final void add(int index) {
			this.deque.add(this.tasks[index]);
		}

		final void note(@Nullable Task<?> task) {
			for (int i = 0; task != null && i < this.tasks.length; i++) {
				if (this.tasks[i] == task) {
					this.taken.incrementAndGet(i);
				}
			}
		}

		/**
		 * Takes what is left.
		 * @param seen how often the most frequent was taken, and how many were
		 */
		final void countAll(II_Result seen) {
			for (Task<?> task = this.deque.takeFirst(); task != null; task = this.deque.takeFirst()) {
				note(task);
			}
			for (int i = 0; i < this.tasks.length; i++) {
				seen.r1 = Math.max(seen.r1, this.taken.get(i));
				seen.r2 += (this.taken.get(i) > 0) ? 1 : 0;
			}
		}

	}

}
