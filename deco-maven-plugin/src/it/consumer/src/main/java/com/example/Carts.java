package com.example;

import io.deco.Synchronized;

import org.springframework.stereotype.Service;

@Service
public class Carts {

	private final Prices prices;

	Carts(Prices prices) {
		this.prices = prices;
	}

	@Synchronized
	public String price(long user) {
		Cart cart = new Cart();
		cart.owner = this.prices.name(user);
		int book = this.prices.quote("book");
		cart.price = this.prices.quote("pencil");
		return cart.describe() + " and " + book;
	}

}
