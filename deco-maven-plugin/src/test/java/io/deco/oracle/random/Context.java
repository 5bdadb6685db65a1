package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a program a piece of source is.
 */
final class Context {

	/** The variables in reach, inner ones last. */
	final List<Variable> variables = new ArrayList<>();

	/** The fields in reach. */
	final List<Variable> fields = new ArrayList<>();

	/** The labels of the loops around. */
	final List<String> labels = new ArrayList<>();

	/** The methods that may be called. */
	final List<Routine> routines = new ArrayList<>();

	/** The type that the method returns. */
	String result = "void";

	/** Whether nothing but locals may be changed. */
	boolean pure;

	/** Whether checked exceptions may be thrown. */
	boolean checked;

	/** Whether a jump or a return may leave the code around. */
	boolean jumps = true;

	/** How many loops are around. */
	int loops;

	/** How many blocks are around. */
	int nesting;

	Context copy() {
		Context copy = new Context();
		copy.variables.addAll(this.variables);
		copy.fields.addAll(this.fields);
		copy.labels.addAll(this.labels);
		copy.routines.addAll(this.routines);
		copy.result = this.result;
		copy.pure = this.pure;
		copy.checked = this.checked;
		copy.jumps = this.jumps;
		copy.loops = this.loops;
		copy.nesting = this.nesting;
		return copy;
	}

	Context inLoop() {
		Context loop = copy();
		loop.loops++;
		return loop;
	}

	/**
	 * Returns what a lambda sees of this place.
	 */
	Context inLambda() {
		Context lambda = copy();
		lambda.variables.removeIf((variable) -> !variable.captured());
		lambda.labels.clear();
		lambda.checked = false;
		lambda.jumps = false;
		lambda.loops++;
		return lambda;
	}

	Context withoutJumps() {
		Context quiet = copy();
		quiet.jumps = false;
		quiet.labels.clear();
		return quiet;
	}

}
