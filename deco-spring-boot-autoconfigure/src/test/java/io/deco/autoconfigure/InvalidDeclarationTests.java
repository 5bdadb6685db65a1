package io.deco.autoconfigure;

import io.deco.Concurrent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what users read when a concurrent method asks for what does not exist.
 */
class InvalidDeclarationTests {

	private final ApplicationContextRunner runner = Contexts.runner();

	@Test
	void namesBeanMethodAndPools() {
		this.runner.withBean("remote", UnknownPool.class)
			.withPropertyValues("deco.pools.http.core-size=2")
			.run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis analysis = analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).isEqualTo("The @Concurrent method "
						+ "'io.deco.autoconfigure.InvalidDeclarationTests$UnknownPool.call' of the bean 'remote' "
						+ "names the pool 'htpp', which does not exist.");
				assertThat(analysis.getAction()).isEqualTo("Use one of the known pools (default, http), or make a "
						+ "pool of that name by setting a property such as 'deco.pools.htpp.core-size'.");
			});
	}

	@Test
	void findsThemInLazyBeans() {
		this.runner
			.withBean("remote", UnknownPool.class, UnknownPool::new, (definition) -> definition.setLazyInit(true))
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription()).contains("'htpp'"));
	}

	@Test
	void namesTheTimeout() {
		this.runner.withBean("remote", BadTimeout.class).run((context) -> {
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("BadTimeout.call", "'remote'", "'soon'");
			assertThat(analysis.getAction()).contains("'500ms'");
		});
	}

	@Test
	void refusesTimeoutsOfNothing() {
		this.runner.withBean("remote", ZeroTimeout.class)
			.run((context) -> assertThat(analyze(context.getStartupFailure()).getDescription()).contains("'0s'"));
	}

	@Test
	void takesTheDefaultPoolByName() {
		this.runner.withBean(DefaultPool.class).run((context) -> assertThat(context).hasNotFailed());
	}

	private static FailureAnalysis analyze(@Nullable Throwable failure) {
		return Contexts.analyze(new InvalidDeclarationFailureAnalyzer(), failure);
	}

	static class UnknownPool {

		@Concurrent("htpp")
		public void call() {
		}

	}

	static class BadTimeout {

		@Concurrent(timeout = "soon")
		public void call() {
		}

	}

	static class ZeroTimeout {

		@Concurrent(timeout = "0s")
		public void call() {
		}

	}

	static class DefaultPool {

		@Concurrent("default")
		public void call() {
		}

	}

}
