package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The beans that are measured, as an application would have them.
 */
@SpringBootApplication
@EnableAsync
public class BenchmarkApplication {

	/**
	 * The threads of each pool: one for each of 16 calls, so that calls which wait are
	 * not themselves waited for.
	 */
	static final int THREADS = 16;

	static final int VIRTUAL_THREADS = 1000;

	private static final int QUEUE_CAPACITY = 100_000;

	private static final Map<Integer, ConfigurableApplicationContext> RUNNING = new ConcurrentHashMap<>();

	/**
	 * Returns the application with pools of the usual size.
	 * @return the context, which lives as long as the JVM
	 */
	static ConfigurableApplicationContext running() {
		return running(THREADS);
	}

	/**
	 * Returns the application with pools of some size.
	 * @param threads the number of threads
	 * @return the context, which lives as long as the JVM
	 */
	static ConfigurableApplicationContext running(int threads) {
		return RUNNING.computeIfAbsent(threads, BenchmarkApplication::start);
	}

	private static ConfigurableApplicationContext start(int threads) {
		List<String> properties = new ArrayList<>(
				List.of("deco.pool.core-size=" + threads, "deco.pool.queue-capacity=" + QUEUE_CAPACITY,
						"deco.weaving.verify=fail", "benchmarks.threads=" + threads,
						"deco.pools.virtual.core-size=" + VIRTUAL_THREADS, "spring.main.banner-mode=off"));
		if (hasVirtualThreads()) {
			properties.add("deco.pools.virtual.virtual-threads=true");
		}
		return new SpringApplicationBuilder(BenchmarkApplication.class).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties(properties.toArray(String[]::new))
			.run();
	}

	static boolean hasVirtualThreads() {
		return Runtime.version().feature() >= 21;
	}

	/**
	 * The pool of {@code CompletableFuture} and of an executor that is used directly:
	 * nothing of deco's is in it.
	 */
	@Bean(defaultCandidate = false)
	ThreadPoolTaskExecutor plainPool(Environment environment) {
		return pool(environment);
	}

	/**
	 * The pool of the asynchronous methods.
	 */
	@Bean(defaultCandidate = false)
	ThreadPoolTaskExecutor asyncPool(Environment environment) {
		return pool(environment);
	}

	private static ThreadPoolTaskExecutor pool(Environment environment) {
		int threads = environment.getRequiredProperty("benchmarks.threads", Integer.class);
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setCorePoolSize(threads);
		pool.setMaxPoolSize(threads);
		pool.setQueueCapacity(QUEUE_CAPACITY);
		return pool;
	}

}
