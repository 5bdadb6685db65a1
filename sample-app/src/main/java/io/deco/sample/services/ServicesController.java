package io.deco.sample.services;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.deco.sample.dashboard.Delivery;
import io.deco.sample.dashboard.Weather;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the dashboard's questions. The delays stand for the work of a service that is
 * somewhere else; no thread is held meanwhile.
 */
@RestController
@RequestMapping("/services")
class ServicesController {

	private static final List<String> STATUS = List.of("delivered", "on its way", "being packed");

	private static final List<String> SKY = List.of("clear", "cloudy", "rain", "windy");

	private static final Map<String, BigDecimal> RATES = Map.of("EUR", new BigDecimal("1.0000"), "CHF",
			new BigDecimal("0.9360"), "SEK", new BigDecimal("11.1200"));

	@GetMapping("/deliveries")
	CompletableFuture<List<Delivery>> deliveries(@RequestParam List<Long> orders) {
		return answer(120, orders.stream().map(ServicesController::delivery).toList());
	}

	@GetMapping("/weather")
	CompletableFuture<Weather> weather(@RequestParam String city) {
		int hash = Math.floorMod(city.hashCode(), 97);
		return answer(90, new Weather(city, SKY.get(hash % SKY.size()), 5 + hash % 25));
	}

	@GetMapping("/exchange-rate")
	CompletableFuture<BigDecimal> exchangeRate(@RequestParam String currency) {
		return answer(60, RATES.getOrDefault(currency, BigDecimal.ONE));
	}

	@GetMapping("/suggestions")
	CompletableFuture<List<String>> suggestions(@RequestParam long customer) {
		return answer(140, (customer % 2 == 0) ? List.of("Rain coat", "Thermos flask")
				: List.of("Bicycle bell", "Head lamp", "Map of the coast"));
	}

	@GetMapping("/headlines")
	CompletableFuture<List<String>> headlines() {
		return answer(100, List.of("New shop opens at the harbour", "Free repairs on Saturday"));
	}

	@GetMapping("/points")
	CompletableFuture<Integer> points(@RequestParam long customer) {
		return answer(80, Math.toIntExact(100 + customer * 37));
	}

	private static Delivery delivery(long order) {
		return new Delivery(order, STATUS.get((int) (order % STATUS.size())));
	}

	private static <T> CompletableFuture<T> answer(int millis, T body) {
		Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
		return CompletableFuture.supplyAsync(() -> body, later);
	}

}
