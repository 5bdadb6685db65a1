package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was measured, by row and peer, from all JVMs.
 */
final class Results {

	private final Map<String, Map<String, List<Samples>>> rows = new LinkedHashMap<>();

	void add(Samples samples) {
		this.rows.computeIfAbsent(samples.row(), (row) -> new LinkedHashMap<>())
			.computeIfAbsent(samples.peer(), (peer) -> new ArrayList<>())
			.add(samples);
	}

	List<String> rows(String prefix) {
		return this.rows.keySet().stream().filter((row) -> row.startsWith(prefix)).toList();
	}

	private @Nullable List<Samples> samples(String row, String peer) {
		return this.rows.getOrDefault(row, Map.of()).get(peer);
	}

	/**
	 * Returns the values of a peer, {@code null} if it was not measured.
	 */
	@Nullable Spread values(String row, String peer) {
		List<Samples> samples = samples(row, peer);
		return (samples != null) ? Spread.of(samples.stream().flatMap((one) -> one.values().stream()).toList()) : null;
	}

	/**
	 * Returns the values of one peer over those of another, round by round.
	 */
	@Nullable Spread ratio(String row, String peer, String other) {
		List<Samples> ones = samples(row, peer);
		List<Samples> others = samples(row, other);
		return (ones != null && others != null) ? Spread.of(ones, others, (one, two) -> one / two) : null;
	}

	/**
	 * Returns how much greater the values of one peer are than those of another.
	 */
	@Nullable Spread difference(String row, String peer, String other) {
		List<Samples> ones = samples(row, peer);
		List<Samples> others = samples(row, other);
		return (ones != null && others != null) ? Spread.of(ones, others, (one, two) -> one - two) : null;
	}

	/**
	 * Returns the name of the peer with the lesser median.
	 */
	String lesser(String row, String peer, String other) {
		Spread one = values(row, peer);
		Spread two = values(row, other);
		return (one != null && two != null && two.median() < one.median()) ? other : peer;
	}

}
