package io.deco.autoconfigure;

import java.util.List;

import io.deco.runtime.WovenCalls;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sees to it that a test whose contexts are closed leaves nothing behind: no thread of a
 * pool, no pending write, and no interrupt.
 */
final class NothingLeft implements AfterEachCallback {

	@Override
	public void afterEach(ExtensionContext context) {
		assertThat(Thread.interrupted()).as("interrupted").isFalse();
		assertThat(WovenCalls.areWritesPending()).as("writes are pending").isFalse();
		Awaitility.await().untilAsserted(() -> assertThat(poolThreads()).isEmpty());
	}

	private static List<String> poolThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("deco-"))
			.toList();
	}

}
