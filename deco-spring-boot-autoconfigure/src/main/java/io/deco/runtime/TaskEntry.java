package io.deco.runtime;

/**
 * The place of a task in the log.
 */
final class TaskEntry extends LogEntry {

	private final Task<?> task;

	/**
	 * The place of the task's fork in program order, 0 if those before it do not make it
	 * pointless when they fail. Set before others can find the task.
	 */
	int order;

	TaskEntry(Task<?> task) {
		this.task = task;
	}

	Task<?> task() {
		return this.task;
	}

	@Override
	boolean isSettled() {
		return this.task.succeeded();
	}

	@Override
	int siteIndex() {
		return this.task.siteIndex();
	}

}
