package io.deco.runtime;

import java.util.NavigableSet;

/**
 * Finds out whether a {@link java.util.TreeSet} is a part of another one, which compares
 * what it holds with its bounds whenever it is read. Its class does not tell.
 * <p>
 * Something that looks like an element is handed to it as the end of a smaller part: a
 * set without bounds has nothing to compare that with, and one with bounds fails, before
 * any code of a program runs.
 */
final class Bounds implements Comparable<Bounds> {

	private Bounds() {
	}

	/**
	 * Whether a set has bounds.
	 * @param set a {@code TreeSet} in natural order
	 */
	@SuppressWarnings("unchecked") // No element is added
	static boolean limit(NavigableSet<?> set) {
		try {
			((NavigableSet<Object>) set).headSet(new Bounds(), true);
			return false;
		}
		catch (ClassCastException ex) {
			return true;
		}
	}

	@Override
	public int compareTo(Bounds other) {
		return 0;
	}

}
