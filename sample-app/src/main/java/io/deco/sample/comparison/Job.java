package io.deco.sample.comparison;

import java.util.concurrent.Callable;

/**
 * Work that is there twice: as a woven method and as its sequential twin.
 *
 * @param name a short name
 * @param description what it does
 * @param source the class that is woven
 * @param sequential runs the twin
 * @param woven runs the woven method
 * @param <R> what it returns, compared with {@code equals}
 */
record Job<R>(String name, String description, Class<?> source, Callable<R> sequential, Callable<R> woven) {

}
