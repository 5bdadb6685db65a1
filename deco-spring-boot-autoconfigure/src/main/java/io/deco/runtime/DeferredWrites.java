package io.deco.runtime;

import java.util.IdentityHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The pending writes of a scope, by the identity of their targets. Used by the scope's
 * owner only, whose {@link ScopeChain} holds the scope while there are any.
 */
final class DeferredWrites {

	private final TaskScope scope;

	/**
	 * The last write to each target; static fields have {@code null} for theirs.
	 */
	private final IdentityHashMap<@Nullable Object, PendingWrite> lastByTarget = new IdentityHashMap<>(4);

	private @Nullable PendingWrite last;

	DeferredWrites(TaskScope scope) {
		this.scope = scope;
	}

	PendingWrite add(PendingWrite write) {
		if (this.lastByTarget.isEmpty()) {
			ScopeChain.attach(this.scope);
		}
		write.earlier = this.lastByTarget.get(write.target());
		this.lastByTarget.put(write.target(), write);
		this.last = write;
		return write;
	}

	/**
	 * Forgets a write that is about to be applied. Writes leave in program order, so that
	 * the last one of its target is also the only one.
	 */
	void remove(PendingWrite write) {
		write.earlier = null;
		if (write == this.last) {
			this.last = null;
		}
		if (this.lastByTarget.remove(write.target(), write) && this.lastByTarget.isEmpty()) {
			ScopeChain.detach(this.scope);
		}
	}

	void clear() {
		if (!this.lastByTarget.isEmpty()) {
			this.lastByTarget.clear();
			this.last = null;
			ScopeChain.detach(this.scope);
		}
	}

	/**
	 * Finds the last write, if any is to an object that a pending result may turn out to
	 * be, or to show.
	 */
	@Nullable PendingWrite lastIfAnyMayShowIn(Carrier pending) {
		for (Object target : this.lastByTarget.keySet()) {
			if (target != null && pending.mayShow(target)) {
				return this.last;
			}
		}
		return null;
	}

	boolean isEmpty() {
		return this.lastByTarget.isEmpty();
	}

	@Nullable PendingWrite last() {
		return this.last;
	}

	@Nullable PendingWrite lastTo(@Nullable Object target) {
		return this.lastByTarget.get(target);
	}

	@Nullable PendingWrite lastTo(@Nullable Object target, String field) {
		for (PendingWrite write = lastTo(target); write != null && write.logged; write = write.earlier) {
			if (write.isTo(field)) {
				return write;
			}
		}
		return null;
	}

}
