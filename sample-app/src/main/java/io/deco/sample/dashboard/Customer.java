package io.deco.sample.dashboard;

/**
 * A customer of the shop.
 */
public record Customer(long id, String name, String city, String currency) {

}
