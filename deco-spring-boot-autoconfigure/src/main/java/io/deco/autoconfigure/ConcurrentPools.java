package io.deco.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;

/**
 * The pools that concurrent methods can name. Checks their settings when the application
 * starts, whether or not they are used.
 */
final class ConcurrentPools {

	private final Map<String, ConcurrentPool> pools = new LinkedHashMap<>();

	private final PoolFactory factory;

	private final BeanFactory beanFactory;

	ConcurrentPools(DecoProperties properties, PoolFactory factory, BeanFactory beanFactory) {
		this.factory = factory;
		this.beanFactory = beanFactory;
		this.pools.put(PoolBeans.DEFAULT_POOL, create(PoolBeans.DEFAULT_POOL, ""));
		properties.pools().keySet().forEach((name) -> this.pools.put(name, create(name, name)));
	}

	private ConcurrentPool create(String name, String key) {
		return this.factory.pool(name, key, this.beanFactory);
	}

	/**
	 * Finds a pool, also one whose executor the user brings without any properties.
	 * @param name the name of the pool, empty for the default pool
	 * @return the pool, {@code null} if there is none
	 */
	synchronized @Nullable ConcurrentPool find(String name) {
		String key = name.isEmpty() ? PoolBeans.DEFAULT_POOL : name;
		ConcurrentPool pool = this.pools.get(key);
		if (pool == null && isExecutor(PoolBeans.beanName(key))) {
			pool = create(key, key);
			this.pools.put(key, pool);
		}
		return pool;
	}

	private boolean isExecutor(String beanName) {
		return this.beanFactory.containsBean(beanName) && this.beanFactory.isTypeMatch(beanName, Executor.class);
	}

	synchronized Collection<ConcurrentPool> all() {
		return List.copyOf(this.pools.values());
	}

}
