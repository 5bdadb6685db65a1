package io.deco.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Stores what is pending in arrays and collections, and computes with it, in program
 * order.
 * <p>
 * A store to an object of a reviewed class that may be seen by nobody before the next
 * effect is queued, and so is every later store to anything while something is pending.
 * Whatever reads the object, by whichever alias, applies its queue first; a view of some
 * other object applies all queues, unless the woven method has noted what it is a view
 * of. Used by the scope's owner only.
 */
final class Elements {

	private final Log log;

	private final ProgramOrder order;

	private final DeferredWrites writes;

	private final LentObjects lent;

	private final Insertions insertions;

	/**
	 * The objects of which the woven method has views, by the number that it gave them.
	 */
	private @Nullable Object[] viewed = new Object[0];

	Elements(Log log, ProgramOrder order, DeferredWrites writes, LentObjects lent) {
		this.log = log;
		this.order = order;
		this.writes = writes;
		this.lent = lent;
		this.insertions = new Insertions(writes);
	}

	void store(StoreSite site, @Nullable Object target, @Nullable Object[] operands) throws Throwable {
		Forker.orThrow(this.order.awaitSettled());
		Forker.orThrow(this.order.awaitUntilAtMost(Forker.MAX_PENDING));
		if (this.log.isEmpty()) {
			ElementStore.make(site, target, operands);
		}
		else if (target != null && StoreTargets.canDefer(site, target, operands, this.writes.lastTo(target))) {
			this.log.append(this.writes.add(new ElementStore(site, target, operands, this.writes.lastTo(target))));
		}
		else {
			Forker.orThrow(this.order.awaitAll());
			ElementStore.make(site, target, operands);
		}
	}

	/**
	 * Inserts what a function makes, unless the map holds a value: what the map is going
	 * to hold is known already, if all that is pending for it are such insertions.
	 */
	@SuppressWarnings("unchecked") // The compiler has checked map, key and function
	@Nullable Object insert(StoreSite site, @Nullable Object target, @Nullable Object[] operands) throws Throwable {
		Forker.orThrow(this.order.awaitSettled());
		Map<@Nullable Object, @Nullable Object> map = (Map<@Nullable Object, @Nullable Object>) target;
		Function<Object, @Nullable Object> function = (Function<Object, @Nullable Object>) operands[1];
		Object key = operands[0];
		if (map != null && key != null && function != null && !this.log.isEmpty()
				&& StoreTargets.canDefer(site, map, operands, this.writes.lastTo(map))) {
			PendingWrite other = this.insertions.otherWriteTo(map);
			if (other != null) {
				Forker.orThrow(this.order.awaitThrough(other));
			}
			Forker.orThrow(this.order.await(this.lent.modifiers(map)));
			Forker.orThrow(this.order.await(this.lent.modifiers(key)));
			awaitStoresTo(key);
			Insertion insertion = find(map, key, function);
			if (insertion != null) {
				if (insertion.isNeeded()) {
					defer(site, map, key, insertion.value());
				}
				return insertion.value();
			}
		}
		Forker.orThrow(this.order.awaitAll());
		return Objects.requireNonNull(map).computeIfAbsent(key, (Function<Object, Object>) operands[1]);
	}

	/**
	 * Finds what is to be inserted. What the function throws is what the program sees, if
	 * all that comes before it succeeds: run again, it may throw something else.
	 */
	private @Nullable Insertion find(Map<?, ?> map, Object key, Function<Object, @Nullable Object> function) {
		try {
			return this.insertions.find(map, key, function);
		}
		catch (Throwable ex) {
			Forker.orThrow(this.order.awaitAll());
			throw ex;
		}
	}

	private void defer(StoreSite site, Map<?, ?> map, Object key, Object value) {
		Function<Object, Object> known = (same) -> value;
		PendingWrite write = this.writes
			.add(new ElementStore(site, map, new Object[] { key, known }, this.writes.lastTo(map)));
		this.insertions.add(map, key, value, write);
		this.log.append(write);
	}

	@Nullable Object compute(ComputationSite site, @Nullable Object[] operands) throws Throwable {
		if (!Pending.areKnown(operands)) {
			Forker.orThrow(this.order.awaitSettled());
			Forker.orThrow(this.order.awaitUntilAtMost(Forker.MAX_PENDING));
		}
		if (Pending.areKnown(operands)) {
			return site.operation().invoke(Pending.valuesOf(operands));
		}
		PendingComputation computation = new PendingComputation(site, operands);
		this.log.append(computation);
		return computation;
	}

	@Nullable Object await(PendingComputation computation) {
		if (computation.logged) {
			Forker.orThrow(this.order.awaitThrough(computation));
		}
		return computation.value();
	}

	/**
	 * Applies what is queued on an object before it is read.
	 */
	void awaitStoresTo(@Nullable Object object) {
		if (object != null) {
			awaitStores(object, StoreTargets.isView(object));
		}
	}

	private void awaitStores(Object object, boolean view) {
		PendingWrite last = (view) ? this.writes.last() : this.writes.lastTo(object);
		if (last != null) {
			Forker.orThrow(this.order.awaitThrough(last));
		}
	}

	/**
	 * Notes that the woven method makes a view of an object.
	 */
	void view(@Nullable Object object, int number) {
		if (number >= this.viewed.length) {
			this.viewed = Arrays.copyOf(this.viewed, number + 1);
		}
		this.viewed[number] = object;
	}

	/**
	 * Applies what is queued on the object of a view, and awaits the calls that may
	 * modify it, before the view is read.
	 */
	void awaitViewed(int number) {
		Object object = this.viewed[number];
		awaitStoresToViewed(object);
		if (!this.log.isEmpty()) {
			Forker.orThrow(this.order.await(this.lent.modifiersOfViewed(object)));
		}
	}

	/**
	 * Does the same before an iterator of the object, or an entry of one, is read.
	 */
	void awaitIterated(int number) {
		Object object = this.viewed[number];
		awaitStoresToViewed(object);
		if (!this.log.isEmpty()) {
			Forker.orThrow(this.order.await(this.lent.modifiersOfIterated(object)));
		}
	}

	private void awaitStoresToViewed(@Nullable Object object) {
		if (object != null) {
			awaitStores(object, StoreTargets.hasViewsOfOthers(object));
		}
	}

}
