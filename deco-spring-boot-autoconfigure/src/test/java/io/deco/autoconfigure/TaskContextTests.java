package io.deco.autoconfigure;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what follows a task to its thread.
 */
class TaskContextTests {

	private static final ThreadLocal<@Nullable String> TENANT = new ThreadLocal<>();

	private final ApplicationContextRunner runner = Contexts.runner().withBean(Observed.class);

	@AfterEach
	void clear() {
		MDC.clear();
		SecurityContextHolder.clearContext();
		LocaleContextHolder.resetLocaleContext();
		TENANT.remove();
	}

	@Test
	void carriesLoggingContext() {
		MDC.put("user", "anna");
		this.runner.run((context) -> {
			assertThat(observe(context.getBean(Observed.class), () -> MDC.get("user"))).isEqualTo("anna");
			MDC.clear();
			assertThat(observe(context.getBean(Observed.class), () -> MDC.get("user"))).isNull();
		});
	}

	@Test
	void carriesLocale() {
		LocaleContextHolder.setLocale(Locale.KOREAN);
		this.runner
			.run((context) -> assertThat(observe(context.getBean(Observed.class), LocaleContextHolder::getLocale))
				.isEqualTo(Locale.KOREAN));
	}

	@Test
	void carriesASecurityContextOfItsOwn() {
		TestingAuthenticationToken anna = new TestingAuthenticationToken("anna", "secret");
		SecurityContextHolder.getContext().setAuthentication(anna);
		SecurityContext callers = SecurityContextHolder.getContext();
		this.runner.run((context) -> {
			Object tasks = observe(context.getBean(Observed.class), SecurityContextHolder::getContext);
			assertThat(tasks).isNotSameAs(callers).isEqualTo(callers);
			observe(context.getBean(Observed.class), () -> {
				SecurityContextHolder.getContext().setAuthentication(null);
				return null;
			});
			assertThat(SecurityContextHolder.getContext()).isSameAs(callers);
			assertThat(callers.getAuthentication()).isSameAs(anna);
		});
	}

	@Test
	void carriesTheObservation() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler((context) -> true);
		ObservationThreadLocalAccessor.getInstance().setObservationRegistry(registry);
		Observation observation = Observation.start("request", registry);
		this.runner.run((context) -> observation.scoped(() -> {
			Object seen = observe(context.getBean(Observed.class), registry::getCurrentObservation);
			assertThat(seen).isSameAs(observation);
		}));
	}

	@Test
	void carriesNothingIfAsked() {
		MDC.put("user", "anna");
		this.runner.withPropertyValues("deco.propagate-context=false")
			.run((context) -> assertThat(observe(context.getBean(Observed.class), () -> MDC.get("user"))).isNull());
	}

	@Test
	void decoratesTasksInTheThreadThatForksThem() {
		TENANT.set("blue");
		TaskDecorator decorator = (task) -> {
			String tenant = TENANT.get();
			return () -> {
				TENANT.set(tenant);
				try {
					task.run();
				}
				finally {
					TENANT.remove();
				}
			};
		};
		this.runner.withBean(TaskDecorator.class, () -> decorator).run((context) -> {
			Observed bean = context.getBean(Observed.class);
			try (WovenCaller caller = new WovenCaller()) {
				Object supplier = caller.fork(bean, Observed.class, "change");
				bean.changed.await();
				Object seen = caller.fork(bean, Observed.class, "observe", supplier);
				bean.release.countDown();
				assertThat(caller.awaitUnclaimed(seen)).isEqualTo("blue");
			}
		});
	}

	@Test
	void carriesContextToWorkSubmittedByHand() {
		MDC.put("user", "anna");
		this.runner.run((context) -> {
			CompletableFuture<@Nullable String> seen = new CompletableFuture<>();
			context.getBean("decoTaskExecutor", TaskExecutor.class).execute(() -> seen.complete(MDC.get("user")));
			assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("anna");
		});
	}

	private static @Nullable Object observe(Observed bean, Supplier<@Nullable Object> observation) {
		return WovenCaller.call(bean, Observed.class, "observe", observation);
	}

	static class Observed {

		final CountDownLatch changed = new CountDownLatch(1);

		final CountDownLatch release = new CountDownLatch(1);

		@Concurrent
		public @Nullable Object observe(Supplier<@Nullable Object> observation) {
			return observation.get();
		}

		@Concurrent
		public Supplier<@Nullable Object> change() throws InterruptedException {
			TENANT.set("red");
			this.changed.countDown();
			this.release.await();
			return TENANT::get;
		}

	}

}
