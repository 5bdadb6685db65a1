package io.deco.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Checks the oracle: breaks deco in many ways, each in {@code src/test/mutations.txt},
 * one at a time, and tells which case finds it. A mutation that none finds lacks a case.
 * The cases that mutations name are tried first, for all of them.
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
		Map<String, Integer> kinds = new TreeMap<>();
		List<String> survivors;
		try (Hunt hunt = new Hunt(CaseModule.compile())) {
			List<Mutation> left = search(search(mutations, hunt::findNamed, kinds), hunt::find, kinds);
			survivors = left.stream().map(Mutation::name).toList();
		}
		System.out.println(mutations.size() + " mutations, " + survivors.size() + " survived " + survivors);
		System.out.println("What showed it: " + kinds);
		System.exit(survivors.isEmpty() ? 0 : 1);
	}

	/**
	 * Searches for what finds some mutations.
	 * @return those that nothing found
	 */
	private static List<Mutation> search(List<Mutation> mutations, Search search, Map<String, Integer> kinds)
			throws IOException {
		List<Mutation> left = new ArrayList<>();
		for (Mutation mutation : mutations) {
			Hunt.Kill kill = search.find(mutation);
			if (kill != null) {
				System.out.printf("%-70s killed by %s%n", mutation.name(), kill);
				kinds.merge(kill.difference(), 1, Integer::sum);
			}
			else {
				left.add(mutation);
			}
		}
		return left;
	}

	/**
	 * A part of a {@link Hunt}.
	 */
	private interface Search {

		Hunt.@Nullable Kill find(Mutation mutation) throws IOException;

	}

}
