package io.deco.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * An executor that decorates forked tasks when they are forked, not when they are
 * submitted.
 * <p>
 * A task whose arguments are still pending is submitted by the thread that completes the
 * last of them, and a decorator would find that thread's context instead of the caller's.
 */
@SuppressWarnings("serial") // its superclass is serializable by accident
class DecoTaskExecutor extends ThreadPoolTaskExecutor {

	private @Nullable TaskDecorator decorator;

	@Override
	public void setTaskDecorator(TaskDecorator taskDecorator) {
		this.decorator = taskDecorator;
		super.setTaskDecorator((task) -> (task instanceof Decorated) ? task : taskDecorator.decorate(task));
	}

	/**
	 * Decorates a task in the thread that forks it.
	 * @param task the task
	 * @return the task, which is not decorated again
	 */
	Runnable decorate(Runnable task) {
		return (this.decorator != null) ? new Decorated(this.decorator.decorate(task)) : task;
	}

	private record Decorated(Runnable task) implements Runnable {

		@Override
		public void run() {
			this.task.run();
		}

	}

}
