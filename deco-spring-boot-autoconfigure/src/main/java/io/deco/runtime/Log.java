package io.deco.runtime;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What is pending in a scope, in program order. Used by the scope's owner only.
 */
final class Log {

	private @Nullable LogEntry first;

	private @Nullable LogEntry last;

	private int size;

	boolean isEmpty() {
		return this.first == null;
	}

	int size() {
		return this.size;
	}

	@Nullable LogEntry first() {
		return this.first;
	}

	@Nullable LogEntry last() {
		return this.last;
	}

	void append(LogEntry entry) {
		entry.logged = true;
		this.size++;
		entry.previous = this.last;
		if (this.last != null) {
			this.last.next = entry;
		}
		else {
			this.first = entry;
		}
		this.last = entry;
	}

	void remove(LogEntry entry) {
		if (!entry.logged) {
			return;
		}
		if (entry.previous != null) {
			entry.previous.next = entry.next;
		}
		else {
			this.first = entry.next;
		}
		if (entry.next != null) {
			entry.next.previous = entry.previous;
		}
		else {
			this.last = entry.previous;
		}
		entry.logged = false;
		this.size--;
		entry.previous = null;
		entry.next = null;
	}

	void clear() {
		for (LogEntry entry = this.first; entry != null; entry = this.first) {
			remove(entry);
		}
	}

	/**
	 * Finds the earliest task that is known to have failed.
	 */
	@Nullable TaskEntry firstFailed() {
		for (LogEntry entry = this.first; entry != null; entry = entry.next) {
			if (entry instanceof TaskEntry failed && failed.task().hasFailed()) {
				return failed;
			}
		}
		return null;
	}

	static void forEachTask(@Nullable LogEntry from, Consumer<Task<?>> action) {
		for (LogEntry entry = from; entry != null; entry = entry.next) {
			if (entry instanceof TaskEntry pending) {
				action.accept(pending.task());
			}
		}
	}

}
