package io.deco.autoconfigure;

import java.util.function.BiConsumer;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The beans that do not exist yet when an application has started: lazy ones, prototypes
 * and scoped ones.
 */
final class LaterBeans {

	private LaterBeans() {
	}

	/**
	 * Visits them without making them.
	 * @param beanFactory the factory whose beans are visited
	 * @param visitor takes the name and the class of each bean whose class is known
	 */
	static void forEach(ConfigurableListableBeanFactory beanFactory, BiConsumer<String, Class<?>> visitor) {
		for (String name : beanFactory.getBeanDefinitionNames()) {
			if (beanFactory.containsSingleton(name) || beanFactory.getMergedBeanDefinition(name).isAbstract()) {
				continue;
			}
			Class<?> type = beanFactory.getType(name, false);
			if (type != null) {
				visitor.accept(name, type);
			}
		}
	}

}
