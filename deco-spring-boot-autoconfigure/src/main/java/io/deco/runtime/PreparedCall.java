package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call of a pipeline for one element: its arguments are known, and it is not made yet.
 *
 * @param site where the call is
 * @param receiver its target, {@code null} for a static method
 * @param arguments its arguments, boxed
 */
record PreparedCall(ForkSite site, @Nullable Object receiver, @Nullable Object[] arguments) {

	@Nullable Object make() throws Throwable {
		return Carrier.call(this.site, this.receiver, this.arguments);
	}

}
