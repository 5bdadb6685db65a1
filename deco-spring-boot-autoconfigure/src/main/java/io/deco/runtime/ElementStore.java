package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A store to an array or collection that waits for its value, or for what comes before
 * it.
 */
final class ElementStore extends PendingWrite {

	private final StoreSite site;

	private final @Nullable Object[] operands;

	private final int insertions;

	ElementStore(StoreSite site, Object target, @Nullable Object[] operands, @Nullable PendingWrite last) {
		super(target);
		this.site = site;
		this.operands = operands;
		this.insertions = ((last instanceof ElementStore store) ? store.insertions : 0) + (site.isInsertion() ? 1 : 0);
	}

	/**
	 * How many elements, at most, this and the stores before it insert in the target.
	 */
	int insertions() {
		return this.insertions;
	}

	@Override
	int siteIndex() {
		return this.site.index();
	}

	@Override
	boolean canFail() {
		return true;
	}

	@Override
	boolean isSettled() {
		return Pending.areKnown(this.operands);
	}

	@Override
	void apply() throws Throwable {
		make(this.site, target(), this.operands);
	}

	static void make(StoreSite site, @Nullable Object target, @Nullable Object[] operands) throws Throwable {
		site.store().invoke(target, Pending.valuesOf(operands));
	}

	@Override
	public String toString() {
		return "%s by %s(%s:%d)".formatted(this.site.operation(), this.site.caller(), this.site.file(),
				this.site.line());
	}

}
