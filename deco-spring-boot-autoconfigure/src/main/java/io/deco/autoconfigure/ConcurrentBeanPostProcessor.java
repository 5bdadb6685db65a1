package io.deco.autoconfigure;

import io.deco.runtime.ConcurrentBeans;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.target.EmptyTargetSource;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Tells the runtime which objects are concurrent beans: the object that other beans get,
 * whose advice then runs inside each task, and the object behind it, for calls on
 * {@code this}.
 * <p>
 * A proxy whose target depends on the thread or the moment, such as a scoped proxy, is
 * not told: calls through it are made in place.
 */
final class ConcurrentBeanPostProcessor implements SmartInstantiationAwareBeanPostProcessor,
		MergedBeanDefinitionPostProcessor, SmartInitializingSingleton {

	private final ObjectProvider<ConcurrentBindings> bindings;

	private final ConfigurableListableBeanFactory beanFactory;

	ConcurrentBeanPostProcessor(ObjectProvider<ConcurrentBindings> bindings,
			ConfigurableListableBeanFactory beanFactory) {
		this.bindings = bindings;
		this.beanFactory = beanFactory;
	}

	/**
	 * Does nothing, but post-processors that want merged definitions come after all
	 * others: this one must see the object that no other wraps again.
	 */
	@Override
	public void postProcessMergedBeanDefinition(RootBeanDefinition beanDefinition, Class<?> beanType, String beanName) {
	}

	@Override
	public Object getEarlyBeanReference(Object bean, String beanName) {
		register(bean, beanName);
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		register(bean, beanName);
		return bean;
	}

	private void register(Object bean, String beanName) {
		if (bean instanceof ScopedObject) {
			return;
		}
		PooledBean pooled = bind(beanName, AopUtils.getTargetClass(bean));
		if (pooled == null) {
			return;
		}
		Object target = target(bean);
		if (target != null) {
			ConcurrentBeans.register(bean, pooled);
			ConcurrentBeans.register(target, pooled);
		}
	}

	/**
	 * Makes the bindings, and what they need, only when there is something to bind: a
	 * post-processor must not drag other beans into existence before it is in place.
	 */
	private @Nullable PooledBean bind(String beanName, Class<?> type) {
		if (ConcurrentMethods.of(type).isEmpty()) {
			return null;
		}
		ConcurrentBindings bindings = this.bindings.getObject();
		PooledBean pooled = bindings.bind(beanName, type);
		if (pooled != null && this.beanFactory.containsBean(beanName)) {
			bindings.add(beanName, pooled);
		}
		return pooled;
	}

	/**
	 * Returns the object behind all proxies, {@code null} if it is not always the same.
	 */
	private static @Nullable Object target(Object bean) {
		Object target = bean;
		while (target instanceof Advised advised) {
			TargetSource source = advised.getTargetSource();
			if (source instanceof EmptyTargetSource) {
				return target;
			}
			if (!(source instanceof SingletonTargetSource singleton)) {
				return null;
			}
			target = singleton.getTarget();
		}
		return target;
	}

	/**
	 * Finds mistakes in the settings, and in beans that are made later, when the
	 * application starts.
	 */
	@Override
	public void afterSingletonsInstantiated() {
		this.bindings.getObject();
		LaterBeans.forEach(this.beanFactory, this::bind);
	}

}
