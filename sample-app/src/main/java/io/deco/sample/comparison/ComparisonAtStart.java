package io.deco.sample.comparison;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Compares the jobs once the web server is up.
 */
@Component
class ComparisonAtStart implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(ComparisonAtStart.class);

	private final Comparisons comparisons;

	private final SampleProperties properties;

	private final Environment environment;

	ComparisonAtStart(Comparisons comparisons, SampleProperties properties, Environment environment) {
		this.comparisons = comparisons;
		this.properties = properties;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		String port = this.environment.getProperty("local.server.port");
		if (this.properties.runAtStart()) {
			logger.info("Running each job with deco and without; watch http://localhost:{}/", port);
			this.comparisons.run();
		}
		logger.info("The results and the metrics are at http://localhost:{}/", port);
	}

}
