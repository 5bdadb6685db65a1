package io.deco.sample.dashboard;

import java.math.BigDecimal;
import java.util.List;

/**
 * All that a customer's page shows.
 */
public record Page(Customer customer, List<Order> orders, List<Delivery> deliveries, Weather weather, BigDecimal rate,
		List<String> suggestions, List<String> headlines, int points) {

}
