package io.deco.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
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

	private final @Nullable TaskContext context;

	PoolFactory(DecoProperties properties, ObjectProvider<ThreadPoolTaskExecutorBuilder> builder,
			Environment environment) {
		this.properties = properties;
		this.builder = builder;
		this.environment = environment;
		this.context = properties.propagateContext() ? new TaskContext(properties.context().requestAttributes()) : null;
	}

	/**
	 * Builds the executor of a pool.
	 * @param pool the name of the pool, empty for the default pool
	 * @return the executor
	 */
	ThreadPoolTaskExecutor create(String pool) {
		return settings(pool).build(this.builder.getIfAvailable(ThreadPoolTaskExecutorBuilder::new), this.context);
	}

	/**
	 * Makes a pool.
	 * @param name the name that messages and metrics use
	 * @param key the name that properties use, empty for the default pool
	 * @param beanFactory has the executor
	 * @return the pool
	 */
	ConcurrentPool pool(String name, String key, BeanFactory beanFactory) {
		return new ConcurrentPool(name, PoolBeans.beanName(key), settings(key).rejectionPolicy(), this.context,
				beanFactory);
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
