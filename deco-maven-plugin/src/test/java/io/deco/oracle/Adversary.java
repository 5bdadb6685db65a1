package io.deco.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

import io.deco.runtime.Grain;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in the order in which they are least expected.
 * <p>
 * In {@link Order#ANY any order}, the seed decides for each task whether it is dropped,
 * refused, run by the caller or queued, and which of the queued tasks a thread takes
 * next, after which delay; and for each call whether it is forked at all. With a
 * {@link RandomGrain} it also decides for each call whether it is too short for a task,
 * and whether its task is a job of its own, or waits in its scope for invited threads.
 */
public final class Adversary implements Backend {

	private final List<Runnable> queued = new ArrayList<>();

	private final ExecutorService threads;

	private final Order order;

	private final Random random;

	private final @Nullable Grain grain;

	Adversary(Order order, int threads, long seed) {
		this(order, threads, seed, null);
	}

	Adversary(Order order, int threads, long seed, @Nullable Grain grain) {
		this.order = order;
		this.threads = Executors.newFixedThreadPool(threads);
		this.random = new Random(seed);
		this.grain = grain;
	}

	@Override
	public @Nullable String inlineReason() {
		return (this.order == Order.ANY && next(10) == 0) ? "adversary" : null;
	}

	@Override
	public @Nullable Grain grain() {
		return this.grain;
	}

	@Override
	public void execute(Runnable task) {
		int fate = (this.order == Order.ANY) ? next(20) : 20;
		switch (fate) {
			case 0, 1 -> task.run();
			case 2, 3 -> throw new RejectedExecutionException("adversary");
			case 4, 5 -> {
				// whoever waits for the task has to claim it
			}
			default -> {
				synchronized (this.queued) {
					this.queued.add(task);
				}
				int delay = (next(3) == 0) ? next(300_000) : 0;
				this.threads.execute(() -> {
					LockSupport.parkNanos(delay);
					take().run();
				});
			}
		}
	}

	private Runnable take() {
		synchronized (this.queued) {
			int last = this.queued.size() - 1;
			return this.queued.remove((this.order == Order.ANY) ? next(last + 1) : last);
		}
	}

	private int next(int bound) {
		synchronized (this.random) {
			return this.random.nextInt(bound);
		}
	}

	@Override
	public void close() {
		Backend.stop(this.threads);
		synchronized (this.queued) {
			this.queued.clear();
		}
	}

	/**
	 * Which task comes next.
	 */
	enum Order {

		/** The one that was queued last. */
		LAST_FIRST,

		/** Whichever the seed says. */
		ANY

	}

}
