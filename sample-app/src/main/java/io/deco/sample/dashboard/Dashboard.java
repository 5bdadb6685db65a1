package io.deco.sample.dashboard;

import java.math.BigDecimal;
import java.util.List;

import io.deco.Synchronized;

import org.springframework.stereotype.Service;

/**
 * Puts a customer's page together. Each question is asked as soon as its arguments are
 * there, and all answers are waited for at the end.
 *
 * @see SequentialDashboard
 */
@Service
public class Dashboard {

	private final Shop shop;

	private final Services services;

	Dashboard(Shop shop, Services services) {
		this.shop = shop;
		this.services = services;
	}

	@Synchronized
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
