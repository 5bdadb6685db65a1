package io.deco.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Runs the oracle on what this class was loaded with, until it finds a difference.
 */
final class Mutant {

	/** Those that find most; the others are much like one of these. */
	private static final Set<String> SCHEDULES = Set.of("pool of 2", "never, so claimed", "last first", "seed 1",
			"seed 3", "grain 1");

	private Mutant() {
	}

	/**
	 * Returns what finds the first difference, {@code null} if there is none.
	 */
	static @Nullable String killer() {
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
			for (Schedule schedule : Schedule.all()
				.stream()
				.filter((each) -> SCHEDULES.contains(each.name()))
				.toList()) {
				for (Program program : Programs.all()) {
					String difference = difference(program, schedule, expected.getOrDefault(program, List.of()));
					if (difference != null) {
						return program.name() + " [" + schedule + "]: " + difference;
					}
				}
			}
			return null;
		}
		catch (RuntimeException | Error ex) {
			return "the weaver: fails with " + ex.getClass().getSimpleName();
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
