package io.deco.runtime;

/**
 * The place of a task in the log.
 */
final class TaskEntry extends LogEntry {

	private final Task<?> task;

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
