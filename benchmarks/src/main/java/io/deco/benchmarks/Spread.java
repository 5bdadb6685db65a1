package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * The median of some values, and the quartiles on both sides.
 *
 * @param low the first quartile
 * @param median the median
 * @param high the third quartile
 */
record Spread(double low, double median, double high) {

	static Spread of(Collection<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
	}

	/**
	 * Puts together what two peers measured in the same rounds. If one was measured once,
	 * its value stands for all rounds.
	 */
	static Spread of(List<Samples> ones, List<Samples> others, DoubleBinaryOperator operator) {
		List<Double> values = new ArrayList<>();
		for (int jvm = 0; jvm < ones.size(); jvm++) {
			List<Double> one = ones.get(jvm).values();
			List<Double> other = others.get(jvm).values();
			for (int round = 0; round < Math.max(one.size(), other.size()); round++) {
				values.add(operator.applyAsDouble(one.get(round % one.size()), other.get(round % other.size())));
			}
		}
		return of(values);
	}

	private static double quantile(List<Double> sorted, double quantile) {
		double position = quantile * (sorted.size() - 1);
		int below = (int) position;
		int above = Math.min(below + 1, sorted.size() - 1);
		return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
	}

	/**
	 * Whether this is at least some value, or cannot be told from it.
	 */
	boolean reaches(double least) {
		return this.median >= least || this.high >= least;
	}

	/**
	 * Whether this is at most some value, or cannot be told from it.
	 */
	boolean staysWithin(double most) {
		return this.median <= most || this.low <= most;
	}

	@Override
	public String toString() {
		String format = (this.median >= 100) ? "%.0f (%.0f–%.0f)" : "%.2f (%.2f–%.2f)";
		return String.format(Locale.ROOT, format, this.median, this.low, this.high);
	}

}
