package io.deco.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.Assert;

/**
 * An executor that carries context to its tasks, and does so for forked tasks when they
 * are forked, not when they are submitted.
 * <p>
 * A task whose arguments are still pending is submitted by the thread that completes the
 * last of them, and a decorator would find that thread's context instead of the caller's.
 */
@SuppressWarnings("serial") // its superclass is serializable by accident
class DecoTaskExecutor extends ThreadPoolTaskExecutor {

	private final transient @Nullable TaskContext context;

	private transient @Nullable TaskDecorator decorator;

	/**
	 * Creates an executor.
	 * @param context what follows each task, {@code null} for nothing
	 */
	DecoTaskExecutor(@Nullable TaskContext context) {
		this.context = context;
		super.setTaskDecorator(this::decorate);
	}

	@Override
	public void setTaskDecorator(TaskDecorator taskDecorator) {
		this.decorator = taskDecorator;
	}

	/**
	 * Decorates a task in the thread that forks it.
	 * @param task the task
	 * @return the task, which is not decorated again
	 */
	Runnable decorate(Runnable task) {
		if (task instanceof Decorated) {
			return task;
		}
		Decorated decorated = (this.context != null) ? this.context.propagate(task) : task::run;
		TaskDecorator decorator = this.decorator;
		if (decorator == null) {
			return decorated;
		}
		Runnable result = decorator.decorate(decorated);
		Assert.state(result != null, () -> "The task decorator %s returned null".formatted(decorator));
		Decorated once = result::run;
		return once;
	}

	/**
	 * Lets a stopped executor go on, so that the tasks in its queue run or are cancelled.
	 * Its threads would wait for ever otherwise.
	 */
	@Override
	public void shutdown() {
		start();
		super.shutdown();
	}

	/**
	 * Runs what {@link #decorate} returned, or what decorates its tasks itself.
	 */
	void executeAsItIs(Runnable task) {
		Decorated once = (task instanceof Decorated decorated) ? decorated : task::run;
		execute(once);
	}

	/**
	 * Fails a future that nobody would complete. Who waits for a forked task runs it.
	 */
	@Override
	protected void cancelRemainingTask(Runnable task) {
		if (task instanceof FutureCall call) {
			call.poolWasShutDown();
		}
		else {
			super.cancelRemainingTask(task);
		}
	}

}
