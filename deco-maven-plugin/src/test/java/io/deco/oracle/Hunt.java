package io.deco.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Looks for what finds a mutation.
 * <p>
 * The cases that the mutation names come first, each woven alone; then all others, woven
 * folder by folder, under the schedules that find most; then the programs of rules; then
 * all cases again, under the other schedules. The first difference ends the search, if
 * the same case, woven in the same way, does not differ without the mutation.
 */
final class Hunt implements AutoCloseable {

	/** Stands for the programs of rules among the names of cases. */
	static final String RULES = "rules";

	/** Those that find most in little time. */
	private static final List<String> FIRST = List.of("never, so claimed", "last first", "pool of 2", "seed 1",
			"seed 3");

	private final Map<String, CaseModule> cases;

	private final List<CaseModule> folders;

	private final WovenDeco unbroken = new WovenDeco();

	/**
	 * Prepares a search.
	 * @param cases each case as a module of its own, by name
	 */
	Hunt(Map<String, CaseModule> cases) {
		this.cases = cases;
		this.folders = CaseModule.folders(cases.values());
	}

	@Override
	public void close() throws IOException {
		this.unbroken.close();
	}

	/**
	 * Searches all cases.
	 * @param mutation the mutation
	 * @return what finds it, {@code null} if nothing does
	 * @throws IOException if the mutation cannot be compiled
	 */
	@Nullable Kill find(Mutation mutation) throws IOException {
		try (WovenDeco broken = new WovenDeco(mutation, this.unbroken)) {
			Kill kill = findNamed(mutation, broken);
			kill = (kill != null) ? kill : find(broken, this.folders, FIRST);
			kill = (kill != null) ? kill : findRule(broken);
			return (kill != null) ? kill : find(broken, this.folders, others());
		}
	}

	/**
	 * Searches the cases that the mutation names.
	 * @param mutation the mutation
	 * @return what finds it, {@code null} if nothing does
	 * @throws IOException if the mutation cannot be compiled
	 */
	@Nullable Kill findNamed(Mutation mutation) throws IOException {
		try (WovenDeco broken = new WovenDeco(mutation, this.unbroken)) {
			return findNamed(mutation, broken);
		}
	}

	private @Nullable Kill findNamed(Mutation mutation, WovenDeco broken) {
		Kill kill = mutation.cases().contains(RULES) ? findRule(broken) : null;
		List<CaseModule> modules = new ArrayList<>();
		mutation.cases()
			.stream()
			.filter((name) -> !name.equals(RULES))
			.forEach((name) -> modules
				.add(Objects.requireNonNull(this.cases.get(name), () -> "There is no case " + name)));
		kill = (kill != null) ? kill : find(broken, modules, FIRST);
		return (kill != null) ? kill : find(broken, modules, others());
	}

	private static List<String> others() {
		Set<String> names = new LinkedHashSet<>();
		Schedule.all().forEach((schedule) -> names.add(schedule.name()));
		FIRST.forEach(names::remove);
		return List.copyOf(names);
	}

	private @Nullable Kill find(WovenDeco broken, List<CaseModule> modules, List<String> schedules) {
		for (CaseModule module : modules) {
			Kill kill = find(broken, module, schedules);
			if (kill != null) {
				return kill;
			}
		}
		return null;
	}

	private @Nullable Kill find(WovenDeco broken, CaseModule module, List<String> schedules) {
		String failure = broken.failure(module);
		if (failure != null) {
			return isWovenWhole(module) ? new Kill("weaving", "", failure) : null;
		}
		for (String schedule : schedules) {
			for (String name : module.cases()) {
				String difference = broken.difference(name, module, schedule);
				if (difference != null && isRight(name, module, schedule)) {
					return new Kill(name, schedule, difference);
				}
			}
		}
		return null;
	}

	/**
	 * Whether a case does not differ without the mutation, as often as it is tried.
	 */
	private boolean isRight(String name, CaseModule module, String schedule) {
		for (int i = 0; i < 3; i++) {
			if (this.unbroken.difference(name, module, schedule) != null) {
				return false;
			}
		}
		return true;
	}

	private boolean isWovenWhole(CaseModule module) {
		return this.unbroken.failure(module) == null;
	}

	private @Nullable Kill findRule(WovenDeco broken) {
		String rule = broken.rules();
		return (rule != null && this.unbroken.rules() == null) ? new Kill(RULES, rule, "the program of a rule") : null;
	}

	/**
	 * What found a mutation.
	 *
	 * @param program the case, or the rules
	 * @param run how its tasks ran, or which of the rules it was
	 * @param difference how it differed
	 */
	record Kill(String program, String run, String difference) {

		@Override
		public String toString() {
			return this.program + (this.run.isEmpty() ? "" : " [" + this.run + "]") + ": " + this.difference;
		}

	}

}
