package io.deco.autoconfigure;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;

/**
 * Advises the concurrent methods that return futures, before all other advice. Beans
 * without such methods need no proxy.
 */
@SuppressWarnings("serial") // its superclass is serializable by accident
final class FutureMethodPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor
		implements SmartInstantiationAwareBeanPostProcessor, SmartInitializingSingleton {

	/** Targets by the names of beans whose circular reference has been handed out. */
	private final transient Map<String, Object> early = new ConcurrentHashMap<>();

	private final transient FutureMethodInterceptor interceptor;

	FutureMethodPostProcessor(ObjectProvider<ConcurrentBindings> bindings) {
		this.interceptor = new FutureMethodInterceptor(bindings);
		this.advisor = new DefaultPointcutAdvisor(new FutureMethods(), this.interceptor);
		setBeforeExistingAdvisors(true);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.interceptor.bindings();
	}

	@Override
	public Object getEarlyBeanReference(Object bean, String beanName) {
		Object target = AopProxyUtils.getSingletonTarget(bean);
		this.early.put(beanName, (target != null) ? target : bean);
		return super.postProcessAfterInitialization(bean, beanName);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (this.early.remove(beanName) == bean) {
			// the early reference replaces the bean, and holds it
			return bean;
		}
		return super.postProcessAfterInitialization(bean, beanName);
	}

	private static final class FutureMethods extends StaticMethodMatcherPointcut {

		@Override
		public boolean matches(Method method, Class<?> targetClass) {
			if (!ConcurrentDeclaration.returnsFuture(method)) {
				return false;
			}
			return ConcurrentMethods.of(targetClass).find(method) != null;
		}

	}

}
