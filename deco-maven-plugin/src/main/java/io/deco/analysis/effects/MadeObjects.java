package io.deco.analysis.effects;

import java.util.HashMap;
import java.util.Map;

/**
 * What the objects that a method makes, or that its calls return, come to hold of its
 * parameters, for each place where it gets one.
 * <p>
 * What an object holds itself is kept apart from what is held further in: a map of the
 * lists into which a method sorts what it was given holds the lists, which nobody else
 * can see. Whoever reads from an object has to be told what is put into it later in the
 * code too, for there are loops; so the method is followed again until no more is found.
 */
final class MadeObjects {

	private final Map<Object, Integer> places = new HashMap<>();

	private final long[] direct = new long[Long.SIZE];

	private final long[] further = new long[Long.SIZE];

	private long functions;

	private long iterators;

	private boolean changed;

	/**
	 * The bit of a place. The last one stands for many.
	 */
	long place(Object place) {
		return 1L << this.places.computeIfAbsent(place, (added) -> Math.min(this.places.size(), Long.SIZE - 1));
	}

	/**
	 * The bit of a place where a function is made. What it is given is kept apart from
	 * what it captures.
	 */
	long function(Object place) {
		long bit = place(place);
		this.functions |= (bit != Long.MIN_VALUE) ? bit : 0;
		return bit;
	}

	/**
	 * The bit of a place where an iterator is made. What it moves is only itself.
	 */
	long iterator(Object place) {
		long bit = place(place);
		this.iterators |= (bit != Long.MIN_VALUE) ? bit : 0;
		return bit;
	}

	/**
	 * The parameters of which a value's own fields or elements may be a part.
	 */
	long read(Origin value) {
		return value.parameters() | held(this.direct, value.made()) | held(this.further, value.within());
	}

	/**
	 * The parameters of which anything that is reached through a value may be a part.
	 */
	long reachable(Origin value) {
		return read(value) | held(this.further, value.made() & ~this.functions);
	}

	/**
	 * The parameters of which what a function captures may be a part.
	 */
	long captured(Origin value) {
		return held(this.direct, value.made() & this.functions);
	}

	private static long held(long[] parameters, long places) {
		long held = 0;
		for (long rest = places; rest != 0; rest &= rest - 1) {
			held |= parameters[Long.numberOfTrailingZeros(rest)];
		}
		return held;
	}

	/**
	 * Notes that an object is stored in another one, or in one that is reached through
	 * it: what is held further in the one can be read from the other. What is stored in
	 * an entry is held by its map itself.
	 */
	void store(Origin target, Origin value) {
		add(this.direct, target.made() | (JdkViews.isEntry(target) ? target.within() : 0), value.parameters());
		add(this.further, target.within(), value.parameters());
		add(this.further, target.made() | target.within(), reachable(value));
		long places = value.made() & ~this.functions;
		long back = held(this.further, target.made() | target.within());
		add(this.direct, places, back);
		add(this.further, places | value.within(), back);
	}

	/**
	 * Notes that code may store an object anywhere in another one, or hand it to a
	 * function.
	 */
	void give(Origin target, Origin value) {
		long places = target.made() | target.within();
		add(this.direct, places & ~this.functions, reachable(value));
		add(this.further, places, reachable(value));
	}

	private void add(long[] parameters, long places, long added) {
		for (long rest = places; rest != 0; rest &= rest - 1) {
			int place = Long.numberOfTrailingZeros(rest);
			this.changed |= (added & ~parameters[place]) != 0;
			parameters[place] |= added;
		}
	}

	/**
	 * Whether an object is an iterator that was made in the method.
	 */
	boolean isOwnIterator(Origin value) {
		return value.isFresh() || (value.made() != 0 && (value.made() & ~this.iterators) == 0);
	}

	boolean isFunction(Origin value) {
		return value.made() != 0 && (value.made() & ~this.functions) == 0;
	}

	/**
	 * Whether more was found since this was asked last.
	 */
	boolean hasChanged() {
		boolean changed = this.changed;
		this.changed = false;
		return changed;
	}

}
