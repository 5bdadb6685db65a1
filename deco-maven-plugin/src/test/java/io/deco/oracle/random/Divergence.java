package io.deco.oracle.random;

import io.deco.oracle.Form;

/**
 * A program whose woven form does something else.
 *
 * @param program the program
 * @param form how it was compiled
 * @param input the input
 * @param schedule the schedule of the woven run
 * @param kind in which way it diverges, the same for smaller programs with the same cause
 * @param report both outcomes
 */
record Divergence(RandomProgram program, Form form, int input, String schedule, String kind, String report) {

	String headline() {
		return "seed %d, form %s, input %d, schedule %s: %s".formatted(this.program.seed(), this.form, this.input,
				this.schedule, this.kind);
	}

	@Override
	public String toString() {
		return "%s%n%s%n%s".formatted(headline(), this.report, this.program.source("P0"));
	}

}
