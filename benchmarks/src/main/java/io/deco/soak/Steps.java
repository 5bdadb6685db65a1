package io.deco.soak;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.runtime.TaskTimeoutException;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The tasks: most are short, some keep a processor busy, some sleep, some fail or hang.
 */
public class Steps {

	private final Ledgers ledgers;

	private final boolean works;

	/**
	 * Creates the tasks.
	 * @param ledgers where they are noted
	 * @param works whether they take any time, and hang where they are to
	 */
	Steps(Ledgers ledgers, boolean works) {
		this.ledgers = ledgers;
		this.works = works;
	}

	@Concurrent
	public long step(long request, int task) {
		return perform(request, task);
	}

	@Concurrent("other")
	public long elsewhere(long request, int task) {
		return perform(request, task);
	}

	@Concurrent("virtual")
	public long virtual(long request, int task) {
		return perform(request, task);
	}

	@Concurrent
	public long next(long request, int task, long before) {
		return 31 * before + perform(request, task);
	}

	@Concurrent("other")
	public void fill(long request, int task, @Modifies long[] target) {
		target[task % target.length] += perform(request, task);
	}

	/**
	 * Hangs until it is interrupted by its time limit, whose exception it throws itself
	 * if nobody would do so.
	 * @param request the number of the request
	 * @param task the number of the task in it
	 * @return nothing
	 */
	@Concurrent(timeout = "20ms")
	public long limited(long request, int task) {
		Ledger ledger = this.ledgers.of(request);
		ledger.started(task);
		try {
			if (this.works) {
				new CountDownLatch(1).await();
			}
			throw new TaskTimeoutException("Without a thread to interrupt it", null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StepInterruptedException(ex);
		}
		finally {
			ledger.ended();
		}
	}

	private long perform(long request, int task) {
		Ledger ledger = this.ledgers.of(request);
		ledger.started(task);
		try {
			if (this.works) {
				work(Plan.percent(request, 100 + task));
			}
			if (Plan.fails(request, task)) {
				throw new TaskFailure(task);
			}
			return Plan.value(request, task);
		}
		finally {
			ledger.ended();
		}
	}

	private static void work(int percent) {
		if (percent < 50) {
			return;
		}
		if (percent < 95) {
			Blackhole.consumeCPU((percent < 80) ? 1_000 : 20_000);
			return;
		}
		try {
			TimeUnit.MILLISECONDS.sleep(1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StepInterruptedException(ex);
		}
	}

}
