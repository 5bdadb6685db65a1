package com.example;

public class Bystander {

	int price = 1;

	public int read() {
		return this.price;
	}

}
