package io.deco.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.deco.autoconfigure.DecoProperties.Verify;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Looks for beans whose {@code @Synchronized} methods the build has not woven, and tells
 * of all at once when the application has started, of later ones when they are made.
 */
final class WeavingPostProcessor implements BeanPostProcessor, SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(WeavingPostProcessor.class);

	private final ObjectProvider<DecoProperties> properties;

	private final ConfigurableListableBeanFactory beanFactory;

	private final Map<String, List<SynchronizedMethod>> beans = new ConcurrentSkipListMap<>();

	private volatile boolean started;

	WeavingPostProcessor(ObjectProvider<DecoProperties> properties, ConfigurableListableBeanFactory beanFactory) {
		this.properties = properties;
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (add(beanName, AopUtils.getTargetClass(bean)) && this.started) {
			tell(Map.of(beanName, this.beans.getOrDefault(beanName, List.of())));
		}
		return bean;
	}

	/** Adds a bean, unless it is known or has no such methods. */
	private boolean add(String beanName, Class<?> type) {
		List<SynchronizedMethod> methods = SynchronizedMethods.of(type);
		return !methods.isEmpty() && this.beanFactory.containsBean(beanName)
				&& this.beans.putIfAbsent(beanName, methods) == null;
	}

	@Override
	public void afterSingletonsInstantiated() {
		LaterBeans.forEach(this.beanFactory, this::add);
		this.started = true;
		tell(this.beans);
	}

	private void tell(Map<String, List<SynchronizedMethod>> beans) {
		Map<String, List<SynchronizedMethod>> unwoven = new TreeMap<>();
		beans.forEach((name, methods) -> {
			List<SynchronizedMethod> missing = methods.stream().filter((method) -> !method.classWoven()).toList();
			if (!missing.isEmpty()) {
				unwoven.put(name, missing);
			}
		});
		Verify verify = this.properties.getObject().weaving().verify();
		if (unwoven.isEmpty() || verify == Verify.NONE) {
			return;
		}
		UnwovenException problem = new UnwovenException(unwoven);
		if (verify == Verify.FAIL) {
			throw problem;
		}
		logger.warn(problem.getMessage() + System.lineSeparator() + problem.cure());
	}

	/**
	 * Returns the beans with methods that the build was asked to weave.
	 * @return the methods by the name of the bean
	 */
	Map<String, List<SynchronizedMethod>> beans() {
		return new TreeMap<>(this.beans);
	}

}
