package io.deco.sample.dashboard;

/**
 * Where an order is.
 */
public record Delivery(long orderId, String status) {

}
