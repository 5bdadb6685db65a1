package io.deco.autoconfigure;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.deco.Concurrent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of concurrent beans that need one another.
 */
@ExtendWith({ OutputCaptureExtension.class, NothingLeft.class })
class CircularReferenceTests {

	@Test
	void areRefusedWithTheCureByDefault(CapturedOutput output) {
		assertThat(catchThrowable(() -> start(false, Left.class, Right.class))).isNotNull();
		assertThat(output).contains("The dependencies of some of the beans in the application context form a cycle")
			.contains("circularReferenceTests.Left (field")
			.contains("circularReferenceTests.Right (field")
			.contains("Update your application to remove the dependency cycle");
	}

	@Test
	void workIfTheyAreAllowed() {
		try (ConfigurableApplicationContext context = start(true, Left.class, Right.class)) {
			Right right = context.getBean(Right.class);
			assertThat(WovenCaller.call(right.left, Left.class, "thread")).asString().startsWith("deco-");
			assertThat(right.left.later().join()).startsWith("deco-");
			assertThat(right.left).isSameAs(context.getBean(Left.class));
		}
	}

	@Test
	void workWithAsynchronousMethodsToo() {
		try (ConfigurableApplicationContext context = start(true, AsyncLeft.class, AsyncRight.class)) {
			AsyncLeft left = context.getBean(AsyncRight.class).left;
			assertThat(left).isSameAs(context.getBean(AsyncLeft.class));
			assertThat(WovenCaller.call(left, AsyncLeft.class, "thread")).asString().startsWith("deco-");
			assertThat(left.asynchronous().join()).startsWith("task-");
		}
	}

	private static ConfigurableApplicationContext start(boolean allowed, Class<?>... beans) {
		SpringApplication application = new SpringApplication(beans);
		application.addPrimarySources(List.of(Configured.class));
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setAllowCircularReferences(allowed);
		return application.run("--deco.grain=always");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	@ImportAutoConfiguration({ TaskExecutionAutoConfiguration.class, DecoAutoConfiguration.class })
	static class Configured {

	}

	static class Left {

		@Autowired
		@SuppressWarnings("NullAway.Init") // injected
		Right right;

		@Concurrent
		public String thread() {
			return Calls.thread();
		}

		@Concurrent
		public CompletableFuture<String> later() {
			return CompletableFuture.completedFuture(Calls.thread());
		}

	}

	static class Right {

		@Autowired
		@SuppressWarnings("NullAway.Init") // injected
		Left left;

	}

	static class AsyncLeft {

		@Autowired
		@SuppressWarnings("NullAway.Init") // injected
		AsyncRight right;

		@Concurrent
		public String thread() {
			return Calls.thread();
		}

		@Async
		public CompletableFuture<String> asynchronous() {
			return CompletableFuture.completedFuture(Calls.thread());
		}

	}

	static class AsyncRight {

		@Autowired
		@SuppressWarnings("NullAway.Init") // injected
		AsyncLeft left;

	}

}
