package io.deco.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;

/**
 * Binds the concurrent methods of bean classes to pools, once a class.
 */
final class ConcurrentBindings implements DisposableBean {

	private final ConcurrentPools pools;

	private final CallRules rules;

	private final ObjectProvider<TaskListenerFactory> listeners;

	private final Map<Class<?>, PooledBean> classes = new ConcurrentHashMap<>();

	private final Map<String, PooledBean> beans = new ConcurrentSkipListMap<>();

	private volatile boolean closed;

	ConcurrentBindings(ConcurrentPools pools, CallRules rules, ObjectProvider<TaskListenerFactory> listeners) {
		this.pools = pools;
		this.rules = rules;
		this.listeners = listeners;
	}

	/**
	 * Binds the methods of a bean.
	 * @param beanName the name of the bean, for messages
	 * @param type the class of the bean
	 * @return the bean, {@code null} if it has no concurrent methods, or the application
	 * has ended
	 * @throws InvalidDeclarationException if a method cannot be bound
	 */
	@Nullable PooledBean bind(String beanName, Class<?> type) {
		ConcurrentMethods methods = ConcurrentMethods.of(type);
		if (this.closed || methods.isEmpty()) {
			return null;
		}
		return this.classes.computeIfAbsent(type,
				(key) -> new PooledBean(methods.map((declaration) -> bind(beanName, declaration))));
	}

	private PooledMethod bind(String beanName, ConcurrentDeclaration declaration) {
		ConcurrentPool pool = this.pools.find(declaration.pool());
		if (pool == null) {
			String known = this.pools.all().stream().map(ConcurrentPool::name).collect(Collectors.joining(", "));
			throw new InvalidDeclarationException(beanName, declaration,
					"names the pool '%s', which does not exist.".formatted(declaration.pool()),
					("Use one of the known pools (%s), or make a pool of that name by setting a property such as "
							+ "'deco.pools.%s.core-size'.")
						.formatted(known, declaration.pool()));
		}
		return new PooledMethod(declaration, timeout(beanName, declaration), pool, this.rules, this.listeners);
	}

	private static @Nullable Duration timeout(String beanName, ConcurrentDeclaration declaration) {
		if (!StringUtils.hasText(declaration.timeout())) {
			return null;
		}
		try {
			Duration timeout = DurationStyle.detectAndParse(declaration.timeout());
			if (!timeout.isNegative() && !timeout.isZero()) {
				return timeout;
			}
		}
		catch (IllegalArgumentException ex) {
			// told below, with the method that the parser does not know
		}
		throw new InvalidDeclarationException(beanName, declaration,
				"has the timeout '%s', which is not a positive duration.".formatted(declaration.timeout()),
				"Write a duration such as '500ms', '2s' or 'PT2S'.");
	}

	/**
	 * Remembers a bean for {@link #beans()}.
	 * @param beanName the name of the bean
	 * @param bean the bean
	 */
	void add(String beanName, PooledBean bean) {
		this.beans.putIfAbsent(beanName, bean);
	}

	Map<String, PooledBean> beans() {
		return new TreeMap<>(this.beans);
	}

	@Override
	public void destroy() {
		this.closed = true;
		this.classes.values().forEach(PooledBean::close);
	}

}
