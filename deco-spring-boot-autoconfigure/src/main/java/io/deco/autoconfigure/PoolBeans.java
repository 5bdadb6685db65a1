package io.deco.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Makes each key of {@code deco.pools} an executor bean: {@code http} becomes
 * {@code decoHttpTaskExecutor}. A bean of that name that is already there is used as it
 * is.
 */
final class PoolBeans implements ImportBeanDefinitionRegistrar {

	static final String DEFAULT_BEAN = "decoTaskExecutor";

	/** What {@code @Concurrent("default")} and metrics call the default pool. */
	static final String DEFAULT_POOL = "default";

	private final Environment environment;

	PoolBeans(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Returns the name of the bean of a pool.
	 * @param pool the name of the pool, empty for the default pool
	 * @return the name of its executor
	 */
	static String beanName(String pool) {
		StringBuilder name = new StringBuilder("deco");
		boolean first = true;
		for (int i = 0; i < pool.length(); i++) {
			char c = pool.charAt(i);
			if (Character.isLetterOrDigit(c)) {
				name.append(first ? Character.toUpperCase(c) : c);
			}
			first = !Character.isLetterOrDigit(c);
		}
		return name.append("TaskExecutor").toString();
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		Map<String, String> pools = new LinkedHashMap<>();
		for (String pool : names()) {
			String bean = beanName(pool);
			String other = pools.put(bean, pool);
			check(other == null, pool, "It and the pool '" + other + "' would both be the bean '" + bean + "'.");
			check(!bean.equals(DEFAULT_BEAN) && !pool.toLowerCase(Locale.ROOT).equals(DEFAULT_POOL), pool,
					"The default pool is configured with deco.pool.");
			if (!registry.containsBeanDefinition(bean)) {
				registry.registerBeanDefinition(bean, definition(pool));
			}
		}
	}

	private Set<String> names() {
		return Binder.get(this.environment)
			.bind("deco.pools", Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet();
	}

	private static void check(boolean condition, String pool, String reason) {
		if (!condition) {
			throw new InvalidConfigurationPropertyValueException("deco.pools", pool, reason);
		}
	}

	/**
	 * A factory method and its argument rather than a supplier, which ahead-of-time
	 * processing could not write down.
	 */
	private static RootBeanDefinition definition(String pool) {
		RootBeanDefinition definition = new RootBeanDefinition(ThreadPoolTaskExecutor.class);
		definition.setFactoryBeanName(PoolFactory.BEAN);
		definition.setFactoryMethodName("create");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, pool);
		// Boot keeps its own executor only if all others stand back
		definition.setDefaultCandidate(false);
		return definition;
	}

}
