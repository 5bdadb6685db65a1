package io.deco.soak;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The beans under load, with small pools, so that they are exhausted often.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class SoakApplication {

	static final int THREADS = 4;

	static final int OTHER_THREADS = 2;

	static final int VIRTUAL_THREADS = 32;

	static ConfigurableApplicationContext start(String grain) {
		return new SpringApplicationBuilder(SoakApplication.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties("deco.grain=" + grain, "deco.pool.core-size=" + THREADS, "deco.pool.queue-capacity=64",
					"deco.pools.other.core-size=" + OTHER_THREADS, "deco.pools.other.queue-capacity=0",
					"deco.pools.virtual.core-size=" + VIRTUAL_THREADS,
					"deco.pools.virtual.virtual-threads=" + (Runtime.version().feature() >= 21),
					"deco.weaving.verify=fail", "spring.main.banner-mode=off")
			.run();
	}

	@Bean
	Ledgers ledgers() {
		return new Ledgers();
	}

	@Bean
	Steps steps(Ledgers ledgers) {
		return new Steps(ledgers, true);
	}

	@Bean
	SoakShapes shapes(Steps steps) {
		return new SoakShapes(steps);
	}

	@Bean
	MeterRegistry registry() {
		return new SimpleMeterRegistry();
	}

}
