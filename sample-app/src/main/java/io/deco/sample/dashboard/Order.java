package io.deco.sample.dashboard;

import java.math.BigDecimal;

/**
 * Something that a customer bought.
 */
public record Order(long id, String item, int quantity, BigDecimal price) {

}
