package io.deco.autoconfigure;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.task.TaskExecutorMetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the names, tags and values of metrics.
 */
class TaskMetricsTests {

	private final ApplicationContextRunner runner = Contexts.runner()
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
						SimpleMetricsExportAutoConfiguration.class, TaskExecutorMetricsAutoConfiguration.class))
		.withBean(Measured.class);

	private final Tags tags = Tags.of("pool", "default", "code.namespace", Measured.class.getName());

	@Test
	void timeTasks() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Measured bean = context.getBean(Measured.class);
			WovenCaller.call(bean, Measured.class, "succeed");
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> WovenCaller.call(bean, Measured.class, "fail"));
			assertThat(registry.get("deco.task.execution")
				.tags(this.tags.and("code.function", "succeed", "outcome", "SUCCESS", "exception", "none"))
				.timer()
				.count()).isEqualTo(1);
			assertThat(registry.get("deco.task.execution")
				.tags(this.tags.and("code.function", "fail", "outcome", "ERROR", "exception", "IOException"))
				.timer()
				.count()).isEqualTo(1);
			assertThat(registry.get("deco.task.queued").tags(this.tags.and("code.function", "succeed")).timer().count())
				.isEqualTo(1);
		});
	}

	@Test
	void timeBlockedCallersByTheirName() {
		this.runner.run((context) -> {
			Measured bean = context.getBean(Measured.class);
			try (WovenCaller caller = new WovenCaller()) {
				Object held = caller.fork(bean, Measured.class, "hold");
				bean.started.await();
				assertThat(context.getBean(MeterRegistry.class).get("deco.scope.active").gauge().value()).isEqualTo(1);
				bean.latch.countDown();
				caller.await(held);
			}
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("deco.scope.active").gauge().value()).isZero();
			registry.find("deco.await")
				.timers()
				.forEach((timer) -> assertThat(timer.getId().getTags())
					.containsExactly(Tag.of("code.function", "price"), Tag.of("code.namespace", "com.example.Carts")));
		});
	}

	@Test
	void countCallsThatRanInTheirCaller() {
		this.runner.withPropertyValues("deco.mode=sequential").run((context) -> {
			WovenCaller.call(context.getBean(Measured.class), Measured.class, "succeed");
			assertThat(context.getBean(MeterRegistry.class)
				.get("deco.task.inline")
				.tags(this.tags.and("code.function", "succeed", "reason", "mode"))
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void countRejections() {
		this.runner.withUserConfiguration(DecoAutoConfigurationTests.StoppedPool.class).run((context) -> {
			WovenCaller.call(context.getBean(Measured.class), Measured.class, "succeed");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("deco.task.rejected").counter().count()).isEqualTo(1);
			assertThat(registry.get("deco.task.inline").tag("reason", "rejected").counter().count()).isEqualTo(1);
		});
	}

	@Test
	void showEachPoolOnce() {
		this.runner.withPropertyValues("deco.pools.http.core-size=2").run((context) -> {
			List<@Nullable String> names = context.getBean(MeterRegistry.class)
				.find("executor.pool.core")
				.gauges()
				.stream()
				.map((gauge) -> gauge.getId().getTag("name"))
				.toList();
			assertThat(names).containsExactlyInAnyOrder("applicationTaskExecutor", "decoHttpTaskExecutor",
					"decoTaskExecutor");
		});
	}

	@Test
	void showEverythingToPrometheus() {
		this.runner.withConfiguration(AutoConfigurations.of(PrometheusMetricsExportAutoConfiguration.class))
			.run((context) -> {
				Measured bean = context.getBean(Measured.class);
				WovenCaller.call(bean, Measured.class, "succeed");
				assertThatExceptionOfType(IOException.class)
					.isThrownBy(() -> WovenCaller.call(bean, Measured.class, "fail"));
				String scraped = context.getBean(PrometheusMeterRegistry.class).scrape();
				assertThat(scraped).contains("deco_task_execution_seconds_count{", "exception=\"IOException\"",
						"exception=\"none\"", "deco_task_queued_seconds_count{", "deco_scope_active 0.0",
						"deco_task_rejected_total{");
			});
	}

	@Test
	void haveTheSameTagKeysAlways() {
		this.runner.run((context) -> {
			Measured bean = context.getBean(Measured.class);
			WovenCaller.call(bean, Measured.class, "succeed");
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> WovenCaller.call(bean, Measured.class, "fail"));
			Set<Set<String>> keys = context.getBean(MeterRegistry.class)
				.find("deco.task.execution")
				.timers()
				.stream()
				.map((timer) -> timer.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet()))
				.collect(Collectors.toSet());
			assertThat(keys).containsExactly(Set.of("pool", "code.namespace", "code.function", "outcome", "exception"));
		});
	}

	@Test
	void areNotNeeded() {
		Contexts.runner()
			.withBean(Measured.class)
			.run((context) -> assertThat(WovenCaller.call(context.getBean(Measured.class), Measured.class, "succeed"))
				.isEqualTo("done"));
	}

	static class Measured {

		final CountDownLatch started = new CountDownLatch(1);

		final CountDownLatch latch = new CountDownLatch(1);

		@Concurrent
		public String succeed() {
			return "done";
		}

		@Concurrent
		public String fail() throws IOException {
			throw new IOException("failed");
		}

		@Concurrent
		public String hold() throws InterruptedException {
			this.started.countDown();
			this.latch.await();
			return "held";
		}

	}

}
