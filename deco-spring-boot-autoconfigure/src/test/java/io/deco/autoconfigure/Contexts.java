package io.deco.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Contexts as an application with the starter has them.
 */
final class Contexts {

	private Contexts() {
	}

	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class,
				TaskExecutionAutoConfiguration.class, DecoAutoConfiguration.class, DecoMetricsAutoConfiguration.class,
				DecoEndpointAutoConfiguration.class));
	}

	static FailureAnalysis analyze(FailureAnalyzer analyzer, @Nullable Throwable failure) {
		FailureAnalysis analysis = (failure != null) ? analyzer.analyze(failure) : null;
		if (analysis == null) {
			throw new AssertionError("Not analyzed", failure);
		}
		return analysis;
	}

}
