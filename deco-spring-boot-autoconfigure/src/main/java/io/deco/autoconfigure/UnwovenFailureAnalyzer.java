package io.deco.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells how to correct a {@link UnwovenException}.
 */
class UnwovenFailureAnalyzer extends AbstractFailureAnalyzer<UnwovenException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnwovenException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				cause.cure() + System.lineSeparator() + "deco.weaving.verify=warn starts the application all the same.",
				cause);
	}

}
