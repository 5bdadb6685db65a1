package io.deco.sample;

import java.util.List;

/**
 * What {@code /actuator/metrics} says about one metric.
 *
 * @param name its name
 * @param measurements its values
 */
record Metric(String name, List<Measurement> measurements) {

	double count() {
		return this.measurements.stream()
			.filter((measurement) -> measurement.statistic().equals("COUNT"))
			.mapToDouble(Measurement::value)
			.sum();
	}

	record Measurement(String statistic, double value) {

	}

}
