package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call of a pipeline for one element: its arguments are known, and it is not made yet.
 */
final class PreparedCall {

	private final ForkSite site;

	private final @Nullable Object receiver;

	private final @Nullable Object[] arguments;

	PreparedCall(ForkSite site, @Nullable Object receiver, @Nullable Object[] arguments) {
		this.site = site;
		this.receiver = receiver;
		this.arguments = arguments;
	}

	ForkSite site() {
		return this.site;
	}

	@Nullable Object receiver() {
		return this.receiver;
	}

	@Nullable Object[] arguments() {
		return this.arguments;
	}

	@Nullable Object make() throws Throwable {
		return Carrier.call(this.site, this.receiver, this.arguments);
	}

}
