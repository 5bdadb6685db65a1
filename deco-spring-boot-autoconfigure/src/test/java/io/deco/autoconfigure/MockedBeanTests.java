package io.deco.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

/**
 * Tests of beans that a test replaces.
 */
@SpringJUnitConfig
class MockedBeanTests {

	@MockitoBean("mocked")
	@SuppressWarnings("NullAway.Init") // injected
	Quotes mocked;

	@MockitoSpyBean("spied")
	@SuppressWarnings("NullAway.Init") // injected
	Quotes spied;

	@Autowired
	@SuppressWarnings("NullAway.Init") // injected
	ConcurrentBindings bindings;

	@Test
	void mocksAnswerInPlace() {
		given(this.mocked.quote()).willReturn("mocked");
		assertThat(WovenCaller.call(this.mocked, Quotes.class, "quote")).isEqualTo("mocked");
		then(this.mocked).should().quote();
	}

	@Test
	void spiesAnswerWhatTheyAreTold() {
		given(this.spied.plain()).willReturn("plain");
		WovenCaller.call(this.spied, Quotes.class, "quote");
		then(this.spied).should().quote();
		assertThat(WovenCaller.call(this.spied, Quotes.class, "plain")).isEqualTo("plain");
		assertThat(this.bindings.beans()).containsKey("spied");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TaskExecutionAutoConfiguration.class, DecoAutoConfiguration.class })
	static class Beans {

		@Bean
		Quotes mocked() {
			return new Quotes();
		}

		@Bean
		Quotes spied() {
			return new Quotes();
		}

	}

}
