package io.deco.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

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
		Runnable decorated = (this.context != null) ? this.context.propagate(task) : task;
		return new Decorated((this.decorator != null) ? this.decorator.decorate(decorated) : decorated);
	}

	/**
	 * Runs what {@link #decorate} returned, or what decorates its tasks itself.
	 */
	void executeAsItIs(Runnable task) {
		execute((task instanceof Decorated) ? task : new Decorated(task));
	}

	private record Decorated(Runnable task) implements Runnable {

		@Override
		public void run() {
			this.task.run();
		}

	}

}
