package io.deco.autoconfigure;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;

import io.deco.Concurrent;
import io.deco.runtime.AdaptiveGrain;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of which calls are worth a task, and of what is invited to run them.
 */
class GrainTests {

	private final ApplicationContextRunner runner = Contexts.runner().withBean(Quick.class);

	private static PooledMethod method(ApplicationContext context) {
		Collection<PooledMethod> methods = context.getBean(ConcurrentBindings.class)
			.beans()
			.values()
			.iterator()
			.next()
			.all();
		return methods.iterator().next();
	}

	private static void learn(ApplicationContext context) {
		AdaptiveGrain grain = method(context).grain();
		for (int i = 0; grain != null && i < 10; i++) {
			grain.ran(100, -1);
		}
	}

	@Test
	void shortCallsRunInTheirCaller() {
		this.runner.run((context) -> {
			Object bean = context.getBean(Quick.class);
			assertThat(WovenCaller.call(bean, Quick.class, "thread")).isNotSameAs(Thread.currentThread());
			learn(context);
			assertThat(WovenCaller.call(bean, Quick.class, "thread")).isSameAs(Thread.currentThread());
		});
	}

	@Test
	void allCallsAreForkedIfAsked() {
		this.runner.withPropertyValues("deco.grain=always").run((context) -> {
			Object bean = context.getBean(Quick.class);
			assertThat(method(context).grain()).isNull();
			for (int i = 0; i < 10; i++) {
				assertThat(WovenCaller.call(bean, Quick.class, "thread")).isNotSameAs(Thread.currentThread());
			}
		});
	}

	@Test
	void shortCallsAreCounted() {
		this.runner
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.run((context) -> {
				PooledMethod method = method(context);
				assertThat(method.listener()).isNotNull();
				Objects.requireNonNull(method.grain()).madeHere(3);
				assertThat(context.getBean(MeterRegistry.class)
					.get("deco.task.inline")
					.tag("reason", "grain")
					.functionCounter()
					.count()).isEqualTo(3);
				assertThat(method.pool().inlined()).isEqualTo(3);
			});
	}

	@Test
	void shortCallsOfAMethodAreCountedTogetherInAllClasses() {
		this.runner.withBean(Quicker.class)
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.run((context) -> {
				ConcurrentBindings bindings = context.getBean(ConcurrentBindings.class);
				assertThat(bindings.beans()).hasSize(2);
				for (PooledBean bean : bindings.beans().values()) {
					for (PooledMethod method : bean.all()) {
						assertThat(method.listener()).isNotNull();
						Objects.requireNonNull(method.grain()).madeHere(3);
					}
				}
				assertThat(context.getBean(MeterRegistry.class)
					.get("deco.task.inline")
					.tag("reason", "grain")
					.functionCounter()
					.count()).isEqualTo(6);
			});
	}

	@Test
	void threadsOfOurOwnPoolsAreInvited() {
		this.runner.run((context) -> assertThat(method(context).takesInvitations()).isTrue());
	}

	@Test
	void executorsThatUsersBringGetOneJobForEachTask() {
		this.runner.withBean("decoTaskExecutor", SimpleAsyncTaskExecutor.class)
			.run((context) -> assertThat(method(context).takesInvitations()).isFalse());
	}

	@Test
	void aWovenMethodHoldsNoMoreTasksThanItsPool() {
		this.runner.withPropertyValues("deco.pool.core-size=3", "deco.pool.queue-capacity=7")
			.run((context) -> assertThat(method(context).maxUnstarted()).isEqualTo(10));
	}

	@Test
	void callersWaitWithoutLimitUnlessAsked() {
		this.runner.run((context) -> assertThat(method(context).awaitTimeout()).isNull());
		this.runner.withPropertyValues("deco.await.timeout=2s")
			.run((context) -> assertThat(method(context).awaitTimeout()).isEqualTo(Duration.ofSeconds(2)));
	}

	static class Quick {

		@Concurrent
		public @Nullable Thread thread() {
			return Thread.currentThread();
		}

	}

	static class Quicker extends Quick {

	}

}
