package io.deco.soak;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What went wrong: how often, and the first few times exactly.
 */
final class Violations {

	private static final int KEPT = 50;

	private final AtomicLong count = new AtomicLong();

	private final Queue<String> first = new ConcurrentLinkedQueue<>();

	void add(String what) {
		if (this.count.incrementAndGet() <= KEPT) {
			this.first.add(what);
		}
	}

	/**
	 * Notes what is wrong unless something holds.
	 */
	void unless(boolean holds, Supplier<String> what) {
		if (!holds) {
			add(what.get());
		}
	}

	long count() {
		return this.count.get();
	}

	List<String> first() {
		return List.copyOf(this.first);
	}

}
