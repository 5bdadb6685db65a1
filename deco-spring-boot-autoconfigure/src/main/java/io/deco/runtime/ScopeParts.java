package io.deco.runtime;

/**
 * What a scope needs once something is pending in it.
 */
final class ScopeParts {

	final Log log = new Log();

	final LentObjects lent = new LentObjects();

	final DeferredWrites writes;

	final OwnerWait wait;

	final ProgramOrder order;

	final Forker forker;

	final Elements elements;

	ScopeParts(TaskScope scope, String caller) {
		this.writes = new DeferredWrites(scope);
		this.wait = new OwnerWait(caller);
		this.order = new ProgramOrder(caller, this.log, this.wait, this.writes, this.lent);
		this.forker = new Forker(scope, this.log, this.order, this.lent, this.wait);
		this.elements = new Elements(this.log, this.order, this.writes, this.lent);
	}

	/**
	 * Whether nothing is pending, and no failure has been missed.
	 */
	boolean isIdle() {
		return this.log.isEmpty() && this.order.untaken() == null;
	}

}
