package io.deco.benchmarks;

import io.deco.Concurrent;

import org.springframework.stereotype.Component;

/**
 * The cells of a climate model.
 */
@Component
public class Grid {

	private static final int STEPS = 200;

	/**
	 * Computes the temperature of a cell.
	 * @param latitude where it is
	 * @param longitude where it is
	 * @return the temperature in degrees
	 */
	@Concurrent
	public double temperature(int latitude, int longitude) {
		double temperature = 30 * Math.cos(Math.toRadians(latitude));
		for (int hour = 0; hour < STEPS; hour++) {
			double sun = Math.max(0, Math.sin(Math.toRadians(15 * hour + longitude)));
			temperature += 0.5 * sun * Math.cos(Math.toRadians(latitude)) - 0.01 * (temperature + 20);
		}
		return temperature;
	}

}
