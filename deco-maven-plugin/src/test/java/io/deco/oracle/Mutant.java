package io.deco.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Runs the oracle until it finds a difference. Exits with 0 if there is none, with
 * {@link #KILLED} if there is, and the first line says where.
 */
final class Mutant {

	static final int KILLED = 3;

	private Mutant() {
	}

	public static void main(String[] arguments) {
		String killer = killer();
		System.out.println((killer != null) ? killer : "no case differs");
		System.exit((killer != null) ? KILLED : 0);
	}

	private static @Nullable String killer() {
		try {
			Map<Program, List<Outcome>> expected = new LinkedHashMap<>();
			for (Program program : Programs.all()) {
				if (program.woven().isEmpty()) {
					return program.name() + ": is not woven";
				}
				List<Outcome> outcomes = new ArrayList<>();
				for (int input = 0; input < Execution.inputs(program); input++) {
					outcomes.add(Execution.plain(program, input));
				}
				expected.put(program, outcomes);
			}
			for (Schedule schedule : Schedule.all()) {
				for (Program program : Programs.all()) {
					String difference = difference(program, schedule, expected.getOrDefault(program, List.of()));
					if (difference != null) {
						return program.name() + " [" + schedule + "]: " + difference;
					}
				}
			}
			return null;
		}
		catch (RuntimeException | LinkageError ex) {
			return "the weaver fails: " + ex;
		}
	}

	private static @Nullable String difference(Program program, Schedule schedule, List<Outcome> expected) {
		if (!Execution.ends(program, schedule)) {
			return null;
		}
		for (int input = 0; input < expected.size(); input++) {
			try {
				Outcome outcome = Execution.woven(program, input, schedule);
				if (!outcome.equalsPlain(expected.get(input))) {
					System.out.println(expected.get(input).describe() + outcome.describe());
					return "differs";
				}
			}
			catch (IllegalStateException | LinkageError ex) {
				return "fails with " + ex.getClass().getSimpleName();
			}
			catch (AssertionError ex) {
				return "hangs";
			}
		}
		return null;
	}

}
