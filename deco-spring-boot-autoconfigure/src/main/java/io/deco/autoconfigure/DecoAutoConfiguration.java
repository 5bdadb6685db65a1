package io.deco.autoconfigure;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Auto-configuration for concurrent beans and their pools.
 */
@AutoConfiguration(after = TaskExecutionAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "deco.enabled", matchIfMissing = true)
@EnableConfigurationProperties(DecoProperties.class)
@Import(PoolBeans.class)
public final class DecoAutoConfiguration {

	@Bean(name = PoolBeans.DEFAULT_BEAN, defaultCandidate = false)
	@ConditionalOnMissingBean(name = PoolBeans.DEFAULT_BEAN)
	ThreadPoolTaskExecutor decoTaskExecutor(PoolFactory factory) {
		return factory.create("");
	}

	@Bean(PoolFactory.BEAN)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static PoolFactory decoPoolFactory(DecoProperties properties, ObjectProvider<ThreadPoolTaskExecutorBuilder> builder,
			Environment environment) {
		return new PoolFactory(properties, builder, environment);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static ConcurrentPools decoPools(DecoProperties properties, PoolFactory factory, BeanFactory beanFactory) {
		return new ConcurrentPools(properties, factory, beanFactory);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static ConcurrentBindings decoBindings(DecoProperties properties, ConcurrentPools pools,
			ObjectProvider<TaskListenerFactory> listeners) {
		CallRules rules = new CallRules(properties.mode(), new TransactionRule(properties.transaction()),
				properties.grain(), properties.await().timeout());
		return new ConcurrentBindings(pools, rules, listeners);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static ConcurrentBeanPostProcessor decoConcurrentBeanPostProcessor(ObjectProvider<ConcurrentBindings> bindings,
			ConfigurableListableBeanFactory beanFactory) {
		return new ConcurrentBeanPostProcessor(bindings, beanFactory);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static FutureMethodPostProcessor decoFutureMethodPostProcessor(ObjectProvider<ConcurrentBindings> bindings,
			Environment environment) {
		FutureMethodPostProcessor processor = new FutureMethodPostProcessor(bindings);
		processor.setProxyTargetClass(environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
		return processor;
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static WeavingPostProcessor decoWeavingPostProcessor(ObjectProvider<DecoProperties> properties,
			ConfigurableListableBeanFactory beanFactory) {
		return new WeavingPostProcessor(properties, beanFactory);
	}

	@Bean
	static LazyInitializationExcludeFilter decoLazyInitializationExcludeFilter() {
		return (name, definition, type) -> type == ConcurrentBeanPostProcessor.class
				|| type == WeavingPostProcessor.class || TaskListenerFactory.class.isAssignableFrom(type);
	}

}
