package io.deco.autoconfigure;

import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of contexts that are kept for several test classes, and paused in between.
 */
@ExtendWith(NothingLeft.class)
class PausedContextTests {

	private final TestContextManager first = new TestContextManager(First.class);

	private final TestContextManager second = new TestContextManager(Second.class);

	private final TestContextManager firstAgain = new TestContextManager(FirstAgain.class);

	@AfterEach
	void close() {
		this.firstAgain.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		this.second.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
	}

	@Test
	void workAgainAfterAnotherClass() throws Exception {
		ConfigurableApplicationContext context = begin(this.first, new First());
		Calls calls = context.getBean(Calls.class);
		assertThat(where(calls)).startsWith("deco-");
		this.first.afterTestClass();

		ConfigurableApplicationContext other = begin(this.second, new Second());
		assertThat(context.isRunning()).isFalse();
		assertThat(where(other.getBean(Calls.class))).startsWith("deco-");
		assertThat(calls.later(Calls::thread).join()).isEqualTo(Calls.thread());
		this.second.afterTestClass();

		assertThat(begin(this.firstAgain, new FirstAgain())).isSameAs(context);
		assertThat(where(calls)).startsWith("deco-");
		this.firstAgain.afterTestClass();
	}

	private static ConfigurableApplicationContext begin(TestContextManager tests, Object instance) throws Exception {
		tests.beforeTestClass();
		tests.prepareTestInstance(instance);
		return (ConfigurableApplicationContext) tests.getTestContext().getApplicationContext();
	}

	private static String where(Calls calls) {
		return String.valueOf(WovenCaller.call(calls, Calls.class, "call", (Callable<String>) Calls::thread));
	}

	@ContextConfiguration(classes = Beans.class)
	static class First {

	}

	@ContextConfiguration(classes = Beans.class)
	static class FirstAgain {

	}

	@ContextConfiguration(classes = Beans.class)
	@TestPropertySource(properties = "deco.pool.core-size=2")
	static class Second {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TaskExecutionAutoConfiguration.class, DecoAutoConfiguration.class })
	static class Beans {

		@Bean
		Calls calls() {
			return new Calls();
		}

	}

}
