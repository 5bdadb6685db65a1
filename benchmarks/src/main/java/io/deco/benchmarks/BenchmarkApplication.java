package io.deco.benchmarks;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * The beans that are measured, as an application would have them.
 */
@SpringBootApplication
@EnableAsync
public class BenchmarkApplication {

	/**
	 * Starts the application with a pool that has a thread for each call, so that calls
	 * which wait are not themselves waited for.
	 * @return the context, to be closed
	 */
	static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(BenchmarkApplication.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties("deco.pool.core-size=16", "deco.weaving.verify=fail", "spring.main.banner-mode=off")
			.run();
	}

}
