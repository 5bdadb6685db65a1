package io.deco.autoconfigure;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.deco.autoconfigure.DecoProperties.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the beans that {@link DecoAutoConfiguration} makes.
 */
class DecoAutoConfigurationTests {

	private final ApplicationContextRunner runner = Contexts.runner().withBean(Quotes.class);

	@Test
	void runsForkedCallsInTheDefaultPool() {
		this.runner.run((context) -> assertThat(quote(context.getBean(Quotes.class))).startsWith("deco-"));
	}

	@Test
	void keepsBootsExecutor() {
		this.runner.withPropertyValues("deco.pools.http.core-size=2").run((context) -> {
			assertThat(context).hasBean("applicationTaskExecutor");
			assertThat(context.getBean(TaskExecutor.class)).isSameAs(context.getBean("applicationTaskExecutor"));
			assertThat(context.getBean(Executor.class)).isSameAs(context.getBean("applicationTaskExecutor"));
		});
	}

	@Test
	void backsOffFromTheUsersExecutor() {
		this.runner.withBean("decoTaskExecutor", SyncTaskExecutor.class).run((context) -> {
			assertThat(context.getBean("decoTaskExecutor")).isInstanceOf(SyncTaskExecutor.class);
			assertThat(quote(context.getBean(Quotes.class))).isEqualTo(Thread.currentThread().getName());
		});
	}

	@Test
	void usesTheUsersExecutorForANamedPool() {
		SyncTaskExecutor own = new SyncTaskExecutor();
		this.runner.withBean("decoHttpTaskExecutor", Executor.class, () -> own)
			.withPropertyValues("deco.pools.http.core-size=2")
			.run((context) -> assertThat(context.getBean("decoHttpTaskExecutor")).isSameAs(own));
	}

	@Test
	void registersNothingWhenDisabled() {
		this.runner.withPropertyValues("deco.enabled=false", "deco.pools.http.core-size=2").run((context) -> {
			assertThat(context).doesNotHaveBean(ConcurrentBindings.class)
				.doesNotHaveBean("decoTaskExecutor")
				.doesNotHaveBean("decoHttpTaskExecutor");
			assertThat(quote(context.getBean(Quotes.class))).isEqualTo(Thread.currentThread().getName());
		});
	}

	@Test
	void runsCallsInTheirCallerWhenSequential() {
		this.runner.withPropertyValues("deco.mode=sequential").run((context) -> {
			String here = Thread.currentThread().getName();
			assertThat(context.getBean(DecoProperties.class).mode()).isEqualTo(Mode.SEQUENTIAL);
			assertThat(quote(context.getBean(Quotes.class))).isEqualTo(here);
			assertThat(context.getBean(Quotes.class).later()).isCompletedWithValue(here);
		});
	}

	@Test
	void appliesPropertiesToThePool() {
		this.runner
			.withPropertyValues("deco.pool.core-size=3", "deco.pool.max-size=5", "deco.pool.queue-capacity=7",
					"deco.pool.keep-alive=9s", "deco.pool.allow-core-thread-timeout=false",
					"deco.pool.thread-name-prefix=work-")
			.run((context) -> {
				ThreadPoolTaskExecutor executor = executor(context.getBean("decoTaskExecutor"));
				assertThat(executor.getCorePoolSize()).isEqualTo(3);
				assertThat(executor.getMaxPoolSize()).isEqualTo(5);
				assertThat(executor.getQueueCapacity()).isEqualTo(7);
				assertThat(executor.getKeepAliveSeconds()).isEqualTo(9);
				assertThat(executor.getThreadPoolExecutor().allowsCoreThreadTimeOut()).isFalse();
				assertThat(quote(context.getBean(Quotes.class))).startsWith("work-");
			});
	}

	@Test
	void showsItsPropertiesToActuator() {
		this.runner
			.withConfiguration(AutoConfigurations.of(EndpointAutoConfiguration.class,
					ConfigurationPropertiesReportEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=configprops", "deco.pool.core-size=3",
					"management.endpoint.configprops.show-values=always")
			.run((context) -> assertThat(context.getBean(ConfigurationPropertiesReportEndpoint.class)
				.configurationPropertiesWithPrefix("deco")
				.getContexts()
				.values()
				.iterator()
				.next()
				.getBeans()
				.values()
				.iterator()
				.next()
				.getProperties()).extracting("pool").asString().contains("coreSize=3"));
	}

	@Test
	void letsNamedPoolsInheritWhatTheyDoNotSet() {
		this.runner
			.withPropertyValues("deco.pool.core-size=3", "deco.pool.queue-capacity=7",
					"deco.pools.slow-io.queue-capacity=20", "deco.pools.http.thread-name-prefix=web-")
			.run((context) -> {
				ThreadPoolTaskExecutor slow = executor(context.getBean("decoSlowIoTaskExecutor"));
				assertThat(slow.getCorePoolSize()).isEqualTo(3);
				assertThat(slow.getQueueCapacity()).isEqualTo(20);
				assertThat(slow.getThreadNamePrefix()).isEqualTo("deco-slow-io-");
				ThreadPoolTaskExecutor http = executor(context.getBean("decoHttpTaskExecutor"));
				assertThat(http.getQueueCapacity()).isEqualTo(7);
				assertThat(http.getThreadNamePrefix()).isEqualTo("web-");
			});
	}

	@Test
	void appliesTheUsersCustomizers() {
		ThreadPoolTaskExecutorCustomizer customizer = (executor) -> executor.setThreadNamePrefix("custom-");
		this.runner.withBean(ThreadPoolTaskExecutorCustomizer.class, () -> customizer)
			.run((context) -> assertThat(quote(context.getBean(Quotes.class))).startsWith("custom-"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void followsBootsVirtualThreads() {
		this.runner.withPropertyValues("spring.threads.virtual.enabled=true").run((context) -> {
			ThreadPoolTaskExecutor executor = executor(context.getBean("decoTaskExecutor"));
			assertThat(executor.getMaxPoolSize()).isEqualTo(Integer.MAX_VALUE);
			assertThat(executor.getQueueCapacity()).isZero();
			assertThat(executor.getThreadPoolExecutor().getThreadFactory().newThread(() -> {
			}).getClass().getSimpleName()).contains("Virtual");
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void canDoWithoutVirtualThreadsWhereBootUsesThem() {
		this.runner.withPropertyValues("spring.threads.virtual.enabled=true", "deco.pool.virtual-threads=false")
			.run((context) -> assertThat(executor(context.getBean("decoTaskExecutor")).getThreadPoolExecutor()
				.getThreadFactory()
				.newThread(() -> {
				})
				.getClass()).isEqualTo(Thread.class));
	}

	@Test
	void startsNoThreadsEarlyUnderLazyInitialization() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(executor(context.getBean("decoTaskExecutor")).getPoolSize()).isZero();
				assertThat(quote(context.getBean(Quotes.class))).startsWith("deco-");
			});
	}

	@Test
	void runsRejectedCallsInTheirCaller() {
		this.runner.withUserConfiguration(StoppedPool.class)
			.run((context) -> assertThat(quote(context.getBean(Quotes.class)))
				.isEqualTo(Thread.currentThread().getName()));
	}

	@Test
	void throwsRejectionsIfAsked() {
		this.runner.withUserConfiguration(StoppedPool.class)
			.withPropertyValues("deco.pool.rejection-policy=abort")
			.run((context) -> {
				Quotes quotes = context.getBean(Quotes.class);
				assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> quote(quotes));
				assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(quotes::later);
			});
	}

	private static String quote(Quotes quotes) {
		return String.valueOf(WovenCaller.call(quotes, Quotes.class, "quote"));
	}

	private static ThreadPoolTaskExecutor executor(Object bean) {
		return (ThreadPoolTaskExecutor) bean;
	}

	@Configuration(proxyBeanMethods = false)
	static class StoppedPool {

		@Bean(defaultCandidate = false)
		ThreadPoolTaskExecutor decoTaskExecutor() {
			return new ThreadPoolTaskExecutor() {

				@Override
				public void afterPropertiesSet() {
					super.afterPropertiesSet();
					shutdown();
				}

			};
		}

	}

}
