package io.deco.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The objects that a scope's pending tasks hold as arguments, by identity. Used by the
 * scope's owner only.
 * <p>
 * A task that modifies an object goes after all tasks that hold it, and all others that
 * hold it after that one. An argument that is itself pending may turn out to be any
 * object: a task that reads it goes after every task that modifies something, and before
 * every later one; a task that modifies it goes after every task that holds anything, and
 * before every later one. Such a task is a <i>barrier</i>, and what came before it need
 * not be remembered. So is a task that modifies a view of other objects, and one that
 * modifies what is only reached through its arguments.
 */
final class LentObjects {

	private final IdentityHashMap<Object, Loan> loans = new IdentityHashMap<>(4);

	private final Holders modifiers = new Holders();

	private final Holders readersOfPending = new Holders();

	private @Nullable Carrier barrier;

	private @Nullable Carrier barrierOfObjects;

	/** By object, the last task from before the barrier that modifies just that. */
	private final IdentityHashMap<Object, Carrier> modifiersBefore = new IdentityHashMap<>(0);

	private int roomFor = 64;

	private int roomForBefore = 64;

	/**
	 * Finds the tasks that must end before a call with the given arguments starts.
	 */
	List<Task<?>> conflicts(ForkSite site, @Nullable Object[] arguments) {
		List<Task<?>> conflicts = new ArrayList<>();
		for (int i = 0; i < arguments.length; i++) {
			Object argument = arguments[i];
			if (argument == null || !isMutable(argument)) {
				continue;
			}
			if (isUnknown(argument) || site.modifiesParts()) {
				forEachHolderOfPending(isModified(site, i) || site.modifiesParts(), conflicts::add);
			}
			else {
				forEachHolder(argument, isModified(site, i), conflicts::add);
			}
		}
		return conflicts;
	}

	private void forEachHolderOfPending(boolean modified, Consumer<Task<?>> action) {
		if (this.barrier != null) {
			action.accept(this.barrier);
		}
		this.modifiers.forEach(action);
		if (modified) {
			this.readersOfPending.forEach(action);
			this.loans.values().forEach((loan) -> loan.readers.forEach(action));
		}
	}

	private void forEachHolder(@Nullable Object argument, boolean modified, Consumer<Task<?>> action) {
		if (this.barrier != null) {
			action.accept(this.barrier);
		}
		Loan loan = this.loans.get(argument);
		if (loan != null && loan.modifier != null) {
			action.accept(loan.modifier);
		}
		if (modified) {
			this.readersOfPending.forEach(action);
			if (loan != null) {
				loan.readers.forEach(action);
			}
		}
	}

	/**
	 * Notes that a task holds its arguments until it ends.
	 */
	void lend(ForkSite site, @Nullable Object[] arguments, Carrier borrower) {
		if (modifiesUnknown(site, arguments)) {
			clear();
			this.barrier = borrower;
			this.barrierOfObjects = borrower;
			return;
		}
		if (site.modifiesParts() && Arrays.stream(arguments).anyMatch(LentObjects::isMutable)) {
			lendParts(site, arguments, borrower);
			return;
		}
		for (int i = 0; i < arguments.length; i++) {
			Object argument = arguments[i];
			if (argument == null || !isMutable(argument)) {
				continue;
			}
			if (isUnknown(argument)) {
				this.readersOfPending.add(borrower);
			}
			else {
				lend(argument, isModified(site, i), borrower);
			}
		}
	}

	private static boolean modifiesUnknown(ForkSite site, @Nullable Object[] arguments) {
		for (int i = 0; i < arguments.length; i++) {
			Object argument = arguments[i];
			if (argument != null && isModified(site, i) && isMutable(argument) && isUnknown(argument)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Lends objects to a task that modifies what is reached through them, but of those
	 * that it cannot reach only what it was given.
	 */
	private void lendParts(ForkSite site, @Nullable Object[] arguments, Carrier borrower) {
		this.loans.forEach((object, loan) -> {
			if (loan.modifier != null) {
				this.modifiersBefore.put(object, loan.modifier);
			}
		});
		forgetLoans();
		this.barrier = borrower;
		for (int i = 0; i < arguments.length; i++) {
			Object argument = arguments[i];
			if (argument != null && isModified(site, i) && isMutable(argument)) {
				this.modifiersBefore.put(argument, borrower);
			}
		}
		if (this.modifiersBefore.size() >= this.roomForBefore) {
			this.modifiersBefore.values().removeIf(Task::isEnded);
			this.roomForBefore = Math.max(64, 2 * this.modifiersBefore.size());
		}
	}

	private void lend(Object argument, boolean modified, Carrier borrower) {
		if (this.loans.size() >= this.roomFor) {
			this.loans.values().removeIf(Loan::isOver);
			this.roomFor = Math.max(64, 2 * this.loans.size());
		}
		Loan loan = this.loans.computeIfAbsent(argument, (lent) -> new Loan());
		if (modified) {
			loan.readers.clear();
			loan.modifier = borrower;
			this.modifiers.add(borrower);
		}
		else {
			loan.readers.add(borrower);
		}
	}

	/**
	 * Finds the pending tasks that may modify an object, or what it is a view of.
	 */
	List<Task<?>> modifiers(@Nullable Object object) {
		List<Task<?>> modifiers = new ArrayList<>(2);
		if (object != null && isMutable(object)) {
			if (isUnknown(object)) {
				forEachHolderOfPending(false, modifiers::add);
			}
			else {
				forEachHolder(object, false, modifiers::add);
			}
		}
		return modifiers;
	}

	/**
	 * Finds the pending tasks that may modify what a view of an object shows.
	 */
	List<Task<?>> modifiersOfViewed(@Nullable Object object) {
		if (object == null || !StoreTargets.hasViewsOfOthers(object)) {
			return modifiers(object);
		}
		List<Task<?>> modifiers = new ArrayList<>(2);
		forEachHolderOfPending(false, modifiers::add);
		return modifiers;
	}

	/**
	 * Finds the pending tasks that may modify a collection over which the caller
	 * iterates. No task is expected to reach that through a part of something else.
	 */
	List<Task<?>> modifiersOfIterated(@Nullable Object object) {
		if (object == null || this.barrier == this.barrierOfObjects) {
			return modifiersOfViewed(object);
		}
		List<Task<?>> modifiers = new ArrayList<>(2);
		addModifiersOfGiven(object, StoreTargets.hasViewsOfOthers(object), modifiers);
		return modifiers;
	}

	/**
	 * Finds the tasks to which an object, or any object, was given to be modified.
	 */
	private void addModifiersOfGiven(Object object, boolean any, List<Task<?>> modifiers) {
		if (this.barrierOfObjects != null) {
			modifiers.add(this.barrierOfObjects);
		}
		if (any) {
			modifiers.addAll(this.modifiersBefore.values());
			this.modifiers.forEach(modifiers::add);
			return;
		}
		Carrier before = this.modifiersBefore.get(object);
		if (before != null) {
			modifiers.add(before);
		}
		Loan loan = this.loans.get(object);
		if (loan != null && loan.modifier != null) {
			modifiers.add(loan.modifier);
		}
	}

	/**
	 * Whether an object may turn out to be, or to show, any other.
	 */
	private static boolean isUnknown(Object object) {
		return object instanceof Carrier || StoreTargets.isView(object);
	}

	void clear() {
		forgetLoans();
		this.modifiersBefore.clear();
		this.barrier = null;
		this.barrierOfObjects = null;
	}

	private void forgetLoans() {
		this.loans.clear();
		this.modifiers.clear();
		this.readersOfPending.clear();
	}

	static boolean isMutable(@Nullable Object argument) {
		if (argument instanceof ComputedArgument) {
			return false;
		}
		return (argument instanceof Carrier pending) ? pending.mayBeMutable() : !Leaves.isLeaf(argument);
	}

	private static boolean isModified(ForkSite site, int argument) {
		return argument >= Long.SIZE || (site.modified() & (1L << argument)) != 0;
	}

	private static final class Loan {

		private @Nullable Carrier modifier;

		private final Holders readers = new Holders();

		private boolean isOver() {
			return (this.modifier == null || this.modifier.isEnded()) && this.readers.areEnded();
		}

	}

	/**
	 * Tasks, without most of those that have ended.
	 */
	private static final class Holders {

		private final List<Carrier> tasks = new ArrayList<>(0);

		private int roomFor = 8;

		private void add(Carrier task) {
			if (this.tasks.size() >= this.roomFor) {
				this.tasks.removeIf(Task::isEnded);
				this.roomFor = Math.max(8, 2 * this.tasks.size());
			}
			this.tasks.add(task);
		}

		private void forEach(Consumer<Task<?>> action) {
			this.tasks.forEach(action);
		}

		private boolean areEnded() {
			return this.tasks.stream().allMatch(Task::isEnded);
		}

		private void clear() {
			this.tasks.clear();
		}

	}

}
