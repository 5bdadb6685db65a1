package io.deco.autoconfigure;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.deco.Concurrent;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests of which objects are concurrent beans, and how they compose with other advice.
 */
class ConcurrentBeanTests {

	private static final String HERE = Thread.currentThread().getName();

	private final ApplicationContextRunner runner = Contexts.runner();

	@Test
	void needsNoProxy() {
		this.runner.withBean(Final.class).run((context) -> {
			Final bean = context.getBean(Final.class);
			assertThat(AopUtils.isAopProxy(bean)).isFalse();
			assertThat(call(bean, Final.class)).startsWith("deco-");
		});
	}

	@Test
	void leavesOtherBeansAlone() {
		this.runner.withBean("plain", Object.class).withBean(Final.class).run((context) -> {
			assertThat(context.getBean("plain").getClass()).isEqualTo(Object.class);
			assertThat(context.getBean(ConcurrentBindings.class).beans()).hasSize(1);
		});
	}

	@Test
	void runsAdviceInsideTheTask() {
		this.runner.withUserConfiguration(Advice.class).withBean(Advised.class).run((context) -> {
			Advised bean = context.getBean(Advised.class);
			assertThat(AopUtils.isCglibProxy(bean)).isTrue();
			assertThat(WovenCaller.call(bean, Advised.class, "inTransaction")).asString()
				.startsWith("deco-")
				.endsWith("true");
			assertThat(WovenCaller.call(bean, Advised.class, "atThirdAttempt")).asString()
				.startsWith("deco-")
				.endsWith("3");
			assertThat(WovenCaller.call(bean, Advised.class, "limited")).asString().startsWith("deco-");
			Object cached = WovenCaller.call(bean, Advised.class, "cached");
			assertThat(WovenCaller.call(bean, Advised.class, "cached")).isEqualTo(cached);
		});
	}

	@Test
	void worksThroughInterfaceProxies() {
		this.runner.withUserConfiguration(Advice.class)
			.withPropertyValues("spring.aop.proxy-target-class=false")
			.withBean(AdvisedService.class)
			.run((context) -> {
				Service bean = context.getBean(Service.class);
				assertThat(Proxy.isProxyClass(bean.getClass())).isTrue();
				assertThat(call(bean, Service.class)).startsWith("deco-").endsWith("true");
			});
	}

	@Test
	void forksCallsOnThis() {
		this.runner.withUserConfiguration(Advice.class).withBean(Advised.class).run((context) -> {
			Object target = AopTestUtils.getUltimateTargetObject(context.getBean(Advised.class));
			assertThat(WovenCaller.call(target, Advised.class, "limited")).asString().startsWith("deco-");
		});
	}

	@Test
	void callsWrappersInPlace() {
		this.runner.withBean(AdvisedService.class).run((context) -> {
			Service bean = context.getBean(Service.class);
			Service wrapper = () -> bean.call() + " wrapped";
			assertThat(WovenCaller.call(wrapper, Service.class, "call")).asString().startsWith(HERE);
		});
	}

	@Test
	void callsMocksInPlace() {
		assertThat(WovenCaller.call(mock(Quotes.class), Quotes.class, "quote")).isNull();
	}

	@Test
	void callsScopedProxiesInPlace() {
		this.runner.withUserConfiguration(Scoped.class)
			.withInitializer((context) -> context.getBeanFactory().registerScope("thread", new SimpleThreadScope()))
			.run((context) -> {
				Object scoped = context.getBean("quotes");
				assertThat(WovenCaller.call(scoped, Quotes.class, "quote")).isEqualTo(HERE);
			});
	}

	@Test
	void seesTheObjectThatAnotherPostProcessorMakes() {
		this.runner.withBean(Wrapping.class).withBean(AdvisedService.class).run((context) -> {
			Service bean = context.getBean(Service.class);
			assertThat(bean).isNotInstanceOf(AdvisedService.class);
			assertThat(call(bean, Service.class)).startsWith("deco-");
		});
	}

	@Test
	void takesTheProductsOfFactories() {
		this.runner.withBean(ServiceFactory.class)
			.run((context) -> assertThat(call(context.getBean(Service.class), Service.class)).startsWith("deco-"));
	}

	@Test
	void takesPrototypes() {
		BeanDefinitionCustomizer prototype = (definition) -> definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
		this.runner.withBean(Quotes.class, Quotes::new, prototype).run((context) -> {
			assertThat(WovenCaller.call(context.getBean(Quotes.class), Quotes.class, "quote")).asString()
				.startsWith("deco-");
			assertThat(WovenCaller.call(context.getBean(Quotes.class), Quotes.class, "quote")).asString()
				.startsWith("deco-");
		});
	}

	@Test
	void takesTheTypeOfBothBeansOfOneInterface() {
		this.runner.withBean("first", AdvisedService.class).withBean("second", Lambda.class).run((context) -> {
			assertThat(call(context.getBean("first", Service.class), Service.class)).startsWith("deco-");
			assertThat(call(context.getBean("second", Service.class), Service.class)).startsWith("deco-");
		});
	}

	@Test
	void takesEarlyReferencesOfCircularBeans() {
		this.runner.withUserConfiguration(Advice.class)
			.withAllowCircularReferences(true)
			.withBean("chicken", Chicken.class)
			.withBean("egg", Egg.class)
			.run((context) -> {
				Chicken chicken = context.getBean(Chicken.class);
				assertThat(context.getBean(Egg.class).chicken).isSameAs(chicken);
				assertThat(AopUtils.isAopProxy(chicken)).isTrue();
				assertThat(WovenCaller.call(chicken, Chicken.class, "lay")).asString().startsWith("deco-");
				assertThat(chicken.layLater().join()).startsWith("deco-");
			});
	}

	@Test
	void letsGoOfClosedContexts() {
		Quotes[] quotes = new Quotes[1];
		this.runner.withBean(Quotes.class).run((context) -> {
			quotes[0] = (Quotes) AopTestUtils.getUltimateTargetObject(context.getBean(Quotes.class));
			assertThat(call(quotes[0], Quotes.class, "quote")).startsWith("deco-");
		});
		assertThat(call(quotes[0], Quotes.class, "quote")).isEqualTo(HERE);
	}

	private static String call(Object bean, Class<?> type) {
		return call(bean, type, "call");
	}

	private static String call(Object bean, Class<?> type, String method) {
		return String.valueOf(WovenCaller.call(bean, type, method));
	}

	private static String thread() {
		return Thread.currentThread().getName();
	}

	static final class Final {

		@Concurrent
		public final String call() {
			return thread();
		}

	}

	interface Service {

		@Concurrent
		String call();

	}

	static class AdvisedService implements Service {

		@Override
		@Transactional
		public String call() {
			return thread() + " " + TransactionSynchronizationManager.isActualTransactionActive();
		}

	}

	static class Lambda implements Service {

		@Override
		public String call() {
			return thread();
		}

	}

	static class Advised {

		private final AtomicInteger attempts = new AtomicInteger();

		private final AtomicInteger computed = new AtomicInteger();

		@Concurrent
		@Transactional
		public String inTransaction() {
			return thread() + " " + TransactionSynchronizationManager.isActualTransactionActive();
		}

		@Concurrent
		@Retryable(delay = 0)
		public String atThirdAttempt() {
			if (this.attempts.incrementAndGet() < 3) {
				throw new IllegalStateException();
			}
			return thread() + " " + this.attempts.get();
		}

		@Concurrent
		@ConcurrencyLimit(1)
		public String limited() {
			return thread();
		}

		@Concurrent
		@Cacheable("values")
		public Integer cached() {
			return this.computed.incrementAndGet();
		}

	}

	static class Chicken {

		@Autowired
		@SuppressWarnings("NullAway.Init") // injected
		Egg egg;

		@Concurrent
		@Transactional
		public String lay() {
			return thread();
		}

		@Concurrent
		public CompletableFuture<String> layLater() {
			return CompletableFuture.completedFuture(thread());
		}

	}

	static class Egg {

		@Autowired
		@SuppressWarnings("NullAway.Init") // injected
		Chicken chicken;

	}

	static class ServiceFactory implements FactoryBean<Service> {

		@Override
		public Service getObject() {
			return (Service) Proxy.newProxyInstance(Service.class.getClassLoader(), new Class<?>[] { Service.class },
					(proxy, method, arguments) -> thread());
		}

		@Override
		public Class<?> getObjectType() {
			return Service.class;
		}

	}

	/**
	 * Wraps a bean in what is not a Spring proxy.
	 */
	static class Wrapping implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			if (bean instanceof Service service) {
				Service wrapper = new Service() {

					@Override
					public String call() {
						return service.call();
					}

				};
				return wrapper;
			}
			return bean;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Quotes quotes() {
			return new Quotes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	@EnableResilientMethods
	@EnableCaching
	static class Advice {

		@Bean
		Transactions transactionManager() {
			return new Transactions();
		}

		@Bean
		CacheManager cacheManager() {
			return new ConcurrentMapCacheManager();
		}

	}

}
