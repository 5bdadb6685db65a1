package io.deco.sample.dashboard;

/**
 * The weather of a city.
 */
public record Weather(String city, String sky, int celsius) {

}
