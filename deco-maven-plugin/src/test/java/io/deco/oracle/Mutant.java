package io.deco.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.oracle.rules.RuleCheck;
import org.jspecify.annotations.Nullable;

/**
 * Weaves and runs cases by what this class was loaded with. Takes and returns types of
 * the JDK, which all class loaders share.
 */
final class Mutant {

	private static final Map<String, List<Outcome>> EXPECTED = new HashMap<>();

	private Mutant() {
	}

	/**
	 * Weaves a module.
	 * @param classes its class files, by binary name
	 * @return those that weaving changed
	 */
	static Map<String, byte[]> weave(Map<String, byte[]> classes) {
		return new Weaving(Programs.classPath()).weave(classes).classes();
	}

	/**
	 * Compares the programs of all rules.
	 * @return the first run that differs, {@code null} if none does
	 */
	static @Nullable String rules() throws IOException {
		return RuleCheck.difference(Programs.classPath());
	}

	/**
	 * Compares a woven case with the same case unwoven.
	 * @param name the case
	 * @param plain its class files
	 * @param woven those that weaving changed
	 * @param schedule how its tasks run
	 * @return how they differ, {@code null} if they do not
	 */
	static @Nullable String difference(String name, Map<String, byte[]> plain, Map<String, byte[]> woven,
			String schedule) {
		Program program = new Program(name, "", plain, woven, List.of());
		Schedule chosen = Schedule.all().stream().filter((each) -> each.name().equals(schedule)).findFirst().get();
		if (!Execution.ends(program, chosen)) {
			return null;
		}
		List<Outcome> expected = EXPECTED.computeIfAbsent(name, (key) -> expected(program));
		for (int input = 0; input < expected.size(); input++) {
			String difference = difference(program, input, chosen, expected.get(input));
			if (difference != null) {
				return difference;
			}
		}
		return null;
	}

	private static List<Outcome> expected(Program program) {
		List<Outcome> outcomes = new ArrayList<>();
		for (int input = 0; input < Execution.inputs(program); input++) {
			outcomes.add(Execution.plain(program, input));
		}
		return outcomes;
	}

	private static @Nullable String difference(Program program, int input, Schedule schedule, Outcome plain) {
		try {
			return Execution.woven(program, input, schedule).difference(plain);
		}
		catch (IllegalStateException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			return "fails with " + cause.getClass().getSimpleName();
		}
		catch (LinkageError ex) {
			return "does not load: " + ex.getClass().getSimpleName();
		}
		catch (AssertionError ex) {
			return "hangs";
		}
	}

}
