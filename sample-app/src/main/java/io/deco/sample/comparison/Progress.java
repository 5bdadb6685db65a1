package io.deco.sample.comparison;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far the comparison is.
 *
 * @param running whether it is being made
 * @param comparisons the finished comparisons, empty if there are none yet
 * @param failure what went wrong, {@code null} if nothing did
 */
public record Progress(boolean running, List<Comparison> comparisons, @Nullable String failure) {

	static final Progress NONE = new Progress(false, List.of(), null);

	static final Progress STARTED = new Progress(true, List.of(), null);

	Progress with(Comparison comparison) {
		List<Comparison> comparisons = new ArrayList<>(this.comparisons);
		comparisons.add(comparison);
		return new Progress(true, List.copyOf(comparisons), null);
	}

	Progress done() {
		return new Progress(false, this.comparisons, null);
	}

	Progress failed(Exception failure) {
		return new Progress(false, this.comparisons, failure.toString());
	}

	/**
	 * Whether a woven method returned something else than its twin.
	 * @return {@code true} if results differ
	 */
	public boolean different() {
		return this.comparisons.stream().anyMatch((comparison) -> !comparison.equal());
	}

}
