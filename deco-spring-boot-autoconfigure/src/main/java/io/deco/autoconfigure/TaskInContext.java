package io.deco.autoconfigure;

import java.util.List;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A task with the context of the thread that forked it around it. A value that the thread
 * had not is removed while the task runs, and what the running thread had is restored
 * when it has ended, whatever it has left there.
 */
final class TaskInContext implements Decorated {

	private final Runnable task;

	private final List<ThreadLocalAccessor<Object>> accessors;

	/**
	 * By accessor, {@code null} if none of them had a value.
	 */
	private final @Nullable Object @Nullable [] values;

	private TaskInContext(Runnable task, List<ThreadLocalAccessor<Object>> accessors,
			@Nullable Object @Nullable [] values) {
		this.task = task;
		this.accessors = accessors;
		this.values = values;
	}

	/**
	 * Captures the context of the calling thread.
	 */
	static TaskInContext capture(Runnable task, List<ThreadLocalAccessor<Object>> accessors) {
		@Nullable Object @Nullable [] values = null;
		for (int i = 0; i < accessors.size(); i++) {
			Object value = accessors.get(i).getValue();
			if (value != null) {
				values = (values != null) ? values : new Object[accessors.size()];
				values[i] = value;
			}
		}
		return new TaskInContext(task, accessors, values);
	}

	@Override
	public void run() {
		runFrom(0);
	}

	/**
	 * Runs the task with the values from one accessor on. Each is restored after those
	 * that were set later, even if that fails for one of them.
	 */
	private void runFrom(int index) {
		if (index == this.accessors.size()) {
			this.task.run();
			return;
		}
		ThreadLocalAccessor<Object> accessor = this.accessors.get(index);
		Object before = accessor.getValue();
		set(accessor, (this.values != null) ? this.values[index] : null);
		try {
			runFrom(index + 1);
		}
		finally {
			restore(accessor, before);
		}
	}

	private static void set(ThreadLocalAccessor<Object> accessor, @Nullable Object value) {
		if (value != null) {
			accessor.setValue(value);
		}
		else {
			accessor.setValue();
		}
	}

	private static void restore(ThreadLocalAccessor<Object> accessor, @Nullable Object before) {
		if (before != null) {
			accessor.restore(before);
		}
		else {
			accessor.restore();
		}
	}

}
