package io.deco.autoconfigure;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.runtime.Woven;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.core.task.SyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@code /actuator/deco}.
 */
class DecoEndpointTests {

	private final BasicJsonTester json = new BasicJsonTester(getClass());

	private final ApplicationContextRunner runner = Contexts.runner()
		.withBean("quotes", Remote.class)
		.withBean("carts", Carts.class)
		.withPropertyValues("management.endpoints.web.exposure.include=deco", "deco.pools.http.core-size=2",
				"deco.pools.http.max-size=3");

	@Test
	void isNotThereUnlessExposed() {
		Contexts.runner().run((context) -> assertThat(context).doesNotHaveBean(DecoEndpoint.class));
	}

	@Test
	void showsPoolsAndMethods() {
		this.runner.run((context) -> {
			WovenCaller.call(context.getBean(Remote.class), Remote.class, "quote", "item", 3);
			assertThat(this.json.from(write(context.getBean(DecoEndpoint.class)))).isEqualToJson("""
					{
						"mode": "concurrent",
						"pools": {
							"default": { "bean": "decoTaskExecutor", "size": 0, "rejected": 0, "inline": 0 },
							"http": {
								"bean": "decoHttpTaskExecutor", "coreSize": 2, "maxSize": 3, "size": 1,
								"queued": 0, "rejected": 0, "inline": 0
							}
						},
						"concurrentMethods": {
							"quotes": [ {
								"method": "io.deco.autoconfigure.DecoEndpointTests$Remote.quote(String, int)",
								"pool": "http", "timeout": "2s"
							} ]
						},
						"synchronizedMethods": {
							"carts": [
								{ "method": "io.deco.autoconfigure.DecoEndpointTests$Carts.price", "woven": true },
								{ "method": "io.deco.autoconfigure.DecoEndpointTests$Carts.sequential", "woven": false }
							]
						}
					}
					""");
		});
	}

	@Test
	void showsLittleOfTheUsersExecutor() {
		this.runner.withBean("decoTaskExecutor", SyncTaskExecutor.class)
			.run((context) -> assertThat(context.getBean(DecoEndpoint.class).deco().pools().get("default")).isEqualTo(
					new DecoEndpoint.PoolDescriptor("decoTaskExecutor", null, null, null, null, null, null, 0, 0)));
	}

	private static String write(DecoEndpoint endpoint) {
		return JsonMapper.builder().build().writeValueAsString(endpoint.deco());
	}

	static class Remote {

		@Concurrent(value = "http", timeout = "2s")
		public String quote(String item, int count) {
			return item + count;
		}

	}

	@Woven(sequential = "sequential()V")
	static class Carts {

		@Synchronized
		public int price(int value) {
			return value;
		}

		@Synchronized
		public void sequential() {
		}

	}

}
