package com.example;

public class Cart {

	public int price;

}
