package io.deco.sample.dashboard;

import java.math.BigDecimal;
import java.util.List;

import org.springframework.stereotype.Service;

/**
 * The twin of {@link Dashboard}: the same text without the annotation.
 */
@Service
public class SequentialDashboard {

	private final Shop shop;

	private final Services services;

	SequentialDashboard(Shop shop, Services services) {
		this.shop = shop;
		this.services = services;
	}

	public Page show(long customerId) {
		Customer customer = this.shop.customer(customerId);
		List<Order> orders = this.shop.orders(customerId);
		List<Delivery> deliveries = this.services.deliveries(orders);
		Weather weather = this.services.weather(customer);
		BigDecimal rate = this.services.exchangeRate(customer);
		List<String> suggestions = this.services.suggestions(customerId);
		List<String> headlines = this.services.headlines();
		int points = this.services.points(customerId);
		return new Page(customer, orders, deliveries, weather, rate, suggestions, headlines, points);
	}

}
