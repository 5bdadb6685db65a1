package io.deco.autoconfigure;

import java.util.HashSet;
import java.util.Set;

import io.deco.runtime.WovenCalls;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sees to it that a test whose contexts are closed leaves nothing behind: no thread of a
 * pool, no pending write, and no interrupt. Contexts that Spring keeps for other tests
 * may have threads before.
 */
final class NothingLeft implements BeforeEachCallback, AfterEachCallback {

	private final Set<Thread> before = new HashSet<>();

	@Override
	public void beforeEach(ExtensionContext context) {
		this.before.clear();
		this.before.addAll(poolThreads());
	}

	@Override
	public void afterEach(ExtensionContext context) {
		assertThat(Thread.interrupted()).as("interrupted").isFalse();
		assertThat(WovenCalls.areWritesPending()).as("writes are pending").isFalse();
		// A thread may end by what its task's decorator threw
		Awaitility.await()
			.dontCatchUncaughtExceptions()
			.untilAsserted(() -> assertThat(poolThreads()).isSubsetOf(this.before));
	}

	private static Set<Thread> poolThreads() {
		Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> !thread.getName().startsWith("deco-"));
		return threads;
	}

}
