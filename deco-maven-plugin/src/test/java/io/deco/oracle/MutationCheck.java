package io.deco.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the oracle: breaks deco in many ways, each in {@code src/test/mutations.txt},
 * one at a time, and tells which case finds it. A mutation that none finds lacks a case.
 * <p>
 * Run in the folder of the plugin, with its test class path; takes patterns for the names
 * of mutations, all if there is none. Exits with 1 if one survived.
 */
public final class MutationCheck {

	static final Path LIST = Path.of("src/test/mutations.txt");

	private MutationCheck() {
	}

	/**
	 * Runs the check.
	 * @param patterns patterns for the names of mutations
	 * @throws Exception if a mutation cannot be made
	 */
	public static void main(String[] patterns) throws Exception {
		List<Mutation> mutations = Mutation.read(LIST);
		for (Mutation mutation : mutations) {
			mutation.mutated();
		}
		mutations.removeIf((mutation) -> patterns.length > 0 && Stream.of(patterns)
			.noneMatch((pattern) -> Pattern.compile(pattern).matcher(mutation.name()).find()));
		List<String> survivors = new ArrayList<>();
		Map<String, Integer> kinds = new TreeMap<>();
		try (Hunt hunt = new Hunt(CaseModule.compile())) {
			for (Mutation mutation : mutations) {
				long start = System.nanoTime();
				Hunt.Kill kill = hunt.find(mutation);
				System.out.printf("%-60s %s (%d s)%n", mutation.name(),
						(kill != null) ? "killed by " + kill : "survived", (System.nanoTime() - start) / 1_000_000_000);
				if (kill != null) {
					kinds.merge(kill.difference(), 1, Integer::sum);
				}
				else {
					survivors.add(mutation.name());
				}
			}
		}
		System.out.println(mutations.size() + " mutations, " + survivors.size() + " survived " + survivors);
		System.out.println("What showed it: " + kinds);
		System.exit(survivors.isEmpty() ? 0 : 1);
	}

}
