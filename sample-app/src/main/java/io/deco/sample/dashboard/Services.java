package io.deco.sample.dashboard;

import java.math.BigDecimal;
import java.util.List;

import io.deco.Concurrent;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

/**
 * Asks other services over HTTP. Here they are answered by the same application.
 */
@Component
@Concurrent("http")
public class Services {

	private static final ParameterizedTypeReference<List<String>> STRINGS = new ParameterizedTypeReference<>() {
	};

	private static final ParameterizedTypeReference<List<Delivery>> DELIVERIES = new ParameterizedTypeReference<>() {
	};

	private final RestClient client;

	private final Environment environment;

	Services(RestClient.Builder client, Environment environment) {
		this.client = client.build();
		this.environment = environment;
	}

	public List<Delivery> deliveries(List<Order> orders) {
		List<Long> ids = orders.stream().map(Order::id).toList();
		return get("deliveries?orders={ids}", DELIVERIES, ids.toString().replaceAll("[\\[\\] ]", ""));
	}

	public Weather weather(Customer customer) {
		return get("weather?city={city}", ParameterizedTypeReference.forType(Weather.class), customer.city());
	}

	public BigDecimal exchangeRate(Customer customer) {
		return get("exchange-rate?currency={currency}", ParameterizedTypeReference.forType(BigDecimal.class),
				customer.currency());
	}

	public List<String> suggestions(long customerId) {
		return get("suggestions?customer={id}", STRINGS, customerId);
	}

	public List<String> headlines() {
		return get("headlines", STRINGS);
	}

	public int points(long customerId) {
		return get("points?customer={id}", ParameterizedTypeReference.<Integer>forType(Integer.class), customerId);
	}

	/**
	 * The port is known once the web server is up, later than this bean is made.
	 */
	private <T> T get(String path, ParameterizedTypeReference<T> type, Object... variables) {
		String base = "http://localhost:" + this.environment.getRequiredProperty("local.server.port") + "/services/";
		T answer = this.client.get().uri(base + path, variables).retrieve().body(type);
		Assert.state(answer != null, () -> path + " answered nothing");
		return answer;
	}

}
