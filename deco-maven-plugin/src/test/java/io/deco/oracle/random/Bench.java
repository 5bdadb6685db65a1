package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;

import io.deco.oracle.Form;
import io.deco.oracle.Program;
import io.deco.oracle.Text;

/**
 * Compiles, weaves and tries programs of one form.
 */
final class Bench {

	private final Form form;

	private final Coverage coverage;

	private int tried;

	private final List<String> errors = new ArrayList<>();

	Bench(Form form, Coverage coverage) {
		this.form = form;
		this.coverage = coverage;
	}

	/**
	 * How many programs did compile.
	 */
	int tried() {
		return this.tried;
	}

	/**
	 * What the compiler said about the others.
	 */
	List<String> errors() {
		return this.errors;
	}

	/**
	 * Tries programs.
	 * @return what is wrong with some of them, in their order
	 */
	List<Divergence> divergences(List<RandomProgram> programs) {
		return divergences(new Batch(this.form, true, programs).compile().weave());
	}

	/**
	 * Tries the programs of a batch that was woven.
	 */
	List<Divergence> divergences(Batch batch) {
		List<Divergence> divergences = new ArrayList<>();
		RuntimeException failure = batch.failure();
		if (failure != null) {
			return failed(batch.programs(), failure);
		}
		this.errors.addAll(batch.errors());
		for (RandomProgram program : batch.programs()) {
			Program built = batch.built().get(program);
			if (built != null) {
				this.tried++;
				this.coverage.count(program);
				Divergence divergence = new Trial(program, built, this.form, this.coverage).find();
				if (divergence != null) {
					divergences.add(divergence);
				}
			}
		}
		return divergences;
	}

	/**
	 * Finds the program that the weaver fails for.
	 */
	private List<Divergence> failed(List<RandomProgram> programs, RuntimeException failure) {
		if (programs.size() == 1) {
			this.tried++;
			return List.of(new Divergence(programs.get(0), this.form, 0, "none",
					"weaving fails: " + failure.getClass().getName(), Text.stackTrace(failure)));
		}
		int half = programs.size() / 2;
		List<Divergence> divergences = new ArrayList<>(divergences(programs.subList(0, half)));
		divergences.addAll(divergences(programs.subList(half, programs.size())));
		return divergences;
	}

}
