package io.deco.autoconfigure;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.support.ScopeNotActiveException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of calls made while a web request is answered.
 */
@ExtendWith(NothingLeft.class)
class RequestScopeTests {

	private static final String ATTRIBUTE = "user";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class, TaskExecutionAutoConfiguration.class,
				DecoAutoConfiguration.class))
		.withUserConfiguration(Beans.class)
		.withPropertyValues("deco.grain=always", "deco.pool.core-size=1");

	private final WebApplicationContextRunner carrying = this.runner
		.withPropertyValues("deco.context.request-attributes=true");

	@BeforeEach
	void request() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setAttribute(ATTRIBUTE, "anna");
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void tasksDoNotSeeTheRequestUnlessAsked() {
		this.runner
			.run((context) -> assertThat(inTask(context.getBean(Calls.class), RequestScopeTests::user)).isNull());
	}

	@Test
	void requestScopedBeansFailLoudlyInTasksUnlessAsked() {
		this.runner.run((context) -> {
			Basket basket = context.getBean(Basket.class);
			assertThatExceptionOfType(ScopeNotActiveException.class)
				.isThrownBy(() -> inTask(context.getBean(Calls.class), basket::size))
				.withMessageContaining("Scope 'request' is not active for the current thread");
		});
	}

	@Test
	void tasksSeeTheRequestIfAsked() {
		this.carrying.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThat(inTask(calls, RequestScopeTests::user)).isEqualTo("anna");
			RequestContextHolder.resetRequestAttributes();
			assertThat(inTask(calls, RequestScopeTests::user)).isNull();
		});
	}

	@Test
	void tasksShareTheRequestScopedBeansOfTheirCaller() {
		this.carrying.run((context) -> {
			Basket basket = context.getBean(Basket.class);
			basket.add("book");
			assertThat(inTask(context.getBean(Calls.class), basket::size)).isEqualTo(1);
			inTask(context.getBean(Calls.class), () -> basket.add("pen"));
			assertThat(basket.size()).isEqualTo(2);
		});
	}

	@Test
	void concurrentMethodsOfRequestScopedBeansAreCalledInPlace() {
		this.carrying.run((context) -> {
			Object calls = context.getBean("scopedCalls");
			assertThat(WovenCaller.call(calls, Calls.class, "call",
					(Callable<String>) () -> Calls.thread() + " " + user()))
				.isEqualTo(Calls.thread() + " anna");
		});
	}

	@Test
	void callersKeepTheirRequest() {
		this.carrying.run((context) -> {
			RequestAttributes mine = RequestContextHolder.getRequestAttributes();
			try (WovenCaller caller = new WovenCaller()) {
				Object first = Calls.fork(caller, context.getBean(Calls.class), RequestScopeTests::user);
				Object second = Calls.fork(caller, context.getBean(Calls.class), RequestScopeTests::user);
				assertThat(caller.await(second)).isEqualTo("anna");
				assertThat(caller.await(first)).isEqualTo("anna");
			}
			assertThat(RequestContextHolder.getRequestAttributes()).isSameAs(mine);
		});
	}

	private static @Nullable Object inTask(Calls calls, Callable<?> body) {
		return WovenCaller.call(calls, Calls.class, "call", body);
	}

	private static @Nullable Object user() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null) ? request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) : null;
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		Calls calls() {
			return new Calls();
		}

		@Bean(defaultCandidate = false)
		@RequestScope
		Calls scopedCalls() {
			return new Calls();
		}

		@Bean
		@RequestScope
		Basket basket() {
			return new Basket();
		}

	}

	static class Basket {

		private final Queue<String> items = new ConcurrentLinkedQueue<>();

		public boolean add(String item) {
			return this.items.add(item);
		}

		public int size() {
			return this.items.size();
		}

	}

}
