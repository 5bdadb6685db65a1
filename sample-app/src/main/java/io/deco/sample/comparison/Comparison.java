package io.deco.sample.comparison;

/**
 * What became of a job and its twin.
 *
 * @param job the name of the job
 * @param description what it does
 * @param source the class that is woven
 * @param woven whether the build has woven it
 * @param sequentialMillis the best time of the sequential twin
 * @param decoMillis the best time of the woven method
 * @param equal whether all results of both were equal
 * @param result the last result of the woven method
 */
public record Comparison(String job, String description, Class<?> source, boolean woven, double sequentialMillis,
		double decoMillis, boolean equal, Object result) {

	/**
	 * How many times as fast as its sequential twin the woven method was.
	 * @return the ratio of the best times
	 */
	public double ratio() {
		return this.sequentialMillis / this.decoMillis;
	}

}
