package com.example;

public class Cart {

	int price;

	String owner;

	public String describe() {
		return this.owner + " pays " + this.price;
	}

}
