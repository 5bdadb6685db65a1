package io.deco.soak;

/**
 * What a task throws that is to fail.
 */
public final class TaskFailure extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final int task;

	TaskFailure(int task) {
		super("Task " + task + " fails");
		this.task = task;
	}

	/**
	 * Returns which task failed.
	 * @return its number
	 */
	public int task() {
		return this.task;
	}

}
