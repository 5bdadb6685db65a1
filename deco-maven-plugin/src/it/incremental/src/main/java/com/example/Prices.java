package com.example;

import io.deco.Concurrent;

public class Prices {

	@Concurrent
	public int quote(String item) {
		return item.length();
	}

}
