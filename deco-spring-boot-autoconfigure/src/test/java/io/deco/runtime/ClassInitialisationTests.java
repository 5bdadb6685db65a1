package io.deco.runtime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClassInitialisation}.
 */
class ClassInitialisationTests {

	private final HeldExecutor held = new HeldExecutor();

	private boolean forks() {
		WovenMethod woven = new WovenMethod(this.held);
		boolean forks = woven.fork(0, (arguments) -> "value") instanceof Carrier;
		WovenCalls.close(woven.scope);
		return forks;
	}

	@Test
	void runsCallsInTheirCallerUntilTheLastInitialiserHasEnded() {
		WovenCalls.enterInitialiser();
		WovenCalls.enterInitialiser();
		assertThat(forks()).isFalse();
		WovenCalls.leaveInitialiser();
		assertThat(forks()).isFalse();
		WovenCalls.leaveInitialiser();
		assertThat(forks()).isTrue();
	}

	@Test
	void saysWhyCallsRunInTheirCaller() {
		Concurrency method = new Concurrency(this.held);
		WovenCalls.enterInitialiser();
		try {
			WovenMethod woven = new WovenMethod(method);
			assertThat(woven.fork(0, (arguments) -> "value")).isEqualTo("value");
		}
		finally {
			WovenCalls.leaveInitialiser();
		}
		assertThat(method.events).contains("inlined initialiser");
	}

	@Test
	void leavesMethodsAloneThatBeganBefore() {
		WovenMethod woven = new WovenMethod(this.held);
		WovenCalls.enterInitialiser();
		WovenCalls.leaveInitialiser();
		assertThat(woven.fork(0, (arguments) -> "value")).isInstanceOf(Carrier.class);
		WovenCalls.close(woven.scope);
	}

}
