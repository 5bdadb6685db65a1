package com.example;

import io.deco.Synchronized;

import com.example.gone.Gone;

public class Shop {

	private final Prices prices = new Prices();

	@Synchronized
	public int sum() {
		int book = this.prices.quote("book");
		int pen = this.prices.quote("pen");
		return book + pen;
	}

	@Synchronized
	public Object gone(Gone gone, boolean first) {
		int book = this.prices.quote("book");
		Object either = first ? gone : this;
		return either.toString() + gone.size() + book;
	}

}
