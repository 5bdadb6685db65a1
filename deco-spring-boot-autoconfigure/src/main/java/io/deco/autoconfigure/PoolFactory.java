package io.deco.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Builds the executors of the pools.
 */
class PoolFactory {

	static final String BEAN = "decoPoolFactory";

	private final DecoProperties properties;

	private final ObjectProvider<ThreadPoolTaskExecutorBuilder> builder;

	private final Environment environment;

	PoolFactory(DecoProperties properties, ObjectProvider<ThreadPoolTaskExecutorBuilder> builder,
			Environment environment) {
		this.properties = properties;
		this.builder = builder;
		this.environment = environment;
	}

	/**
	 * Builds the executor of a pool.
	 * @param pool the name of the pool, empty for the default pool
	 * @return the executor
	 */
	ThreadPoolTaskExecutor create(String pool) {
		return settings(pool).build(this.builder.getIfAvailable(ThreadPoolTaskExecutorBuilder::new));
	}

	/**
	 * Returns the settings of a pool.
	 * @param pool the name of the pool, empty for the default pool
	 * @return the settings, complete and checked
	 */
	PoolSettings settings(String pool) {
		return PoolSettings.of(this.properties, pool, Threading.VIRTUAL.isActive(this.environment));
	}

}
