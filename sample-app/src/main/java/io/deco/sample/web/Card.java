package io.deco.sample.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.deco.sample.comparison.Comparison;
import io.deco.sample.comparison.Progress;

/**
 * How the page shows one comparison.
 *
 * @param comparison what it shows
 * @param ratio how many times as fast the woven method was
 * @param sequential the time of the sequential twin
 * @param deco the time of the woven method
 * @param sequentialWidth the length of the twin's bar, in per cent
 * @param decoWidth the length of the woven method's bar, in per cent
 * @param source the lines of the woven method, as they were written
 */
record Card(Comparison comparison, String ratio, String sequential, String deco, long sequentialWidth, long decoWidth,
		List<String> source) {

	static List<Card> of(Progress progress) throws IOException {
		List<Card> cards = new ArrayList<>();
		for (Comparison comparison : progress.comparisons()) {
			cards.add(of(comparison));
		}
		return cards;
	}

	private static Card of(Comparison comparison) throws IOException {
		double sequential = comparison.sequentialMillis();
		double deco = comparison.decoMillis();
		double longest = Math.max(sequential, deco);
		return new Card(comparison, String.format(Locale.ROOT, "%.2f", comparison.ratio()), millis(sequential),
				millis(deco), Math.round(100 * sequential / longest), Math.round(100 * deco / longest),
				SourceText.ofSynchronizedMethod(comparison.source()));
	}

	private static String millis(double millis) {
		return String.format(Locale.ROOT, "%,.0f ms", millis);
	}

}
