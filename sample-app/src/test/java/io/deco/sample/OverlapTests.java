package io.deco.sample;

import java.io.IOException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.deco.sample.dashboard.Dashboard;
import io.deco.sample.dashboard.SequentialDashboard;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No service answers before all six have been asked: a page can be put together only by
 * calls that overlap.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sample.run-at-start=false")
class OverlapTests {

	private static final int SERVICES = 6;

	@Autowired
	private Dashboard dashboard;

	@Autowired
	private SequentialDashboard sequentialDashboard;

	@Autowired
	private Meeting meeting;

	@Test
	void asksAllServicesBeforeItWaitsForOne() {
		assertThat(this.dashboard.show(2)).isEqualTo(this.meeting.skippedBy(() -> this.sequentialDashboard.show(2)));
	}

	@TestConfiguration
	static class Configuration {

		@Bean
		Meeting meeting() {
			return new Meeting();
		}

	}

	/**
	 * Holds each request to a service until all services have been asked.
	 */
	static class Meeting extends OncePerRequestFilter {

		private final CyclicBarrier all = new CyclicBarrier(SERVICES);

		private volatile boolean skipped;

		<T> T skippedBy(Supplier<T> work) {
			this.skipped = true;
			return work.get();
		}

		@Override
		protected boolean shouldNotFilter(HttpServletRequest request) {
			return this.skipped;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			try {
				this.all.await(30, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new ServletException("Not all services were asked at once", ex);
			}
			chain.doFilter(request, response);
		}

	}

}
