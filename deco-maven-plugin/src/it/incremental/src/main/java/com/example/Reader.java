package com.example;

public class Reader {

	public int read(Cart cart) {
		return cart.price;
	}

}
