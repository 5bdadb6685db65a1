package io.deco.oracle;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Runs code that may hang, and says where it does.
 */
public final class Patience {

	private static final int SECONDS = 20;

	private Patience() {
	}

	public static <T> T call(String name, Callable<T> code) {
		FutureTask<T> task = new FutureTask<>(code);
		Thread thread = new Thread(task, "oracle " + name);
		thread.setDaemon(true);
		thread.start();
		try {
			return await(task);
		}
		catch (TimeoutException ex) {
			String stacks = Thread.getAllStackTraces()
				.entrySet()
				.stream()
				.filter((entry) -> entry.getKey() == thread || entry.getKey().getName().startsWith("pool-"))
				.map((entry) -> entry.getKey() + Arrays.stream(entry.getValue())
					.map((element) -> "\n\tat " + element)
					.collect(Collectors.joining()))
				.collect(Collectors.joining("\n"));
			thread.interrupt();
			throw new AssertionError(name + " hangs:\n" + stacks, ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Waits in short steps: time in which the whole process is stopped does not count.
	 */
	private static <T> T await(FutureTask<T> task) throws InterruptedException, ExecutionException, TimeoutException {
		for (int second = 1; second < SECONDS; second++) {
			try {
				return task.get(1, TimeUnit.SECONDS);
			}
			catch (TimeoutException ex) {
				// Not yet
			}
		}
		return task.get(1, TimeUnit.SECONDS);
	}

}
