package io.deco.sample;

import java.util.Objects;

import io.deco.sample.comparison.Comparison;
import io.deco.sample.comparison.Comparisons;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole application, after the run at its start.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "sample.modules=java.xml,java.sql,java.logging", "sample.warm-ups=0", "sample.rounds=2" })
@AutoConfigureRestTestClient
class SampleApplicationTests {

	private static final int MODULES = 3;

	private static final int ROUNDS = 2;

	@Autowired
	private Comparisons comparisons;

	@Autowired
	private RestTestClient client;

	@Test
	void returnsWithDecoWhatItReturnsWithout() {
		assertThat(this.comparisons.progress().failure()).isNull();
		assertThat(this.comparisons.progress().comparisons()).extracting(Comparison::job)
			.containsExactly("dashboard", "census");
		assertThat(this.comparisons.progress().comparisons()).allMatch(Comparison::equal).allMatch(Comparison::woven);
	}

	@Test
	void showsBothJobs() {
		assertThat(get("/")).contains("Dashboard", "Census", "✓ equal results").doesNotContain("DIFFER", "not woven");
	}

	@Test
	void countsTheTasksOfTheWovenTwinOnly() {
		assertThat(tasks("io.deco.sample.census.ModuleCounter", "count")).isEqualTo(ROUNDS * MODULES);
		assertThat(tasks("io.deco.sample.dashboard.Services", "weather")).isEqualTo(ROUNDS);
		assertThat(tasks("io.deco.sample.dashboard.Shop", "orders")).isEqualTo(ROUNDS);
	}

	@Test
	void showsTheWorkToPrometheus() {
		assertThat(get("/actuator/prometheus")).containsPattern("deco_task_execution_seconds_count\\{.*ModuleCounter")
			.containsPattern("deco_task_execution_seconds_count\\{.*pool=\"http\"")
			.containsPattern("executor_completed_tasks_total\\{.*name=\"deco");
	}

	@Test
	void showsPoolsAndMethodsAtTheEndpoint() {
		assertThat(get("/actuator/deco")).contains("concurrent", "http", "database")
			.contains("io.deco.sample.census.Census", "io.deco.sample.census.ModuleCounter");
	}

	private int tasks(String type, String method) {
		String tags = "tag=code.namespace:" + type + "&tag=code.function:" + method;
		Metric metric = this.client.get()
			.uri("/actuator/metrics/deco.task.execution?" + tags)
			.exchangeSuccessfully()
			.expectBody(Metric.class)
			.returnResult()
			.getResponseBody();
		return (int) Objects.requireNonNull(metric).count();
	}

	private String get(String path) {
		String body = this.client.get()
			.uri(path)
			.exchangeSuccessfully()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return Objects.requireNonNull(body);
	}

}
