package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A task that stands for its result in the slots of a woven method, and nowhere else. A
 * type of its own, so that a task which a program uses as a value is never mistaken for
 * one.
 */
final class Carrier extends Task<@Nullable Object> {

	private final ForkSite site;

	Carrier(TaskScope scope, ConcurrentMethod method, @Nullable Grain queuedGrain, ForkSite site,
			@Nullable Object receiver, @Nullable Object[] arguments) {
		super(scope, method, queuedGrain, () -> call(site, receiver, arguments), site.name());
		this.site = site;
	}

	/**
	 * Makes a call, in which every argument that is a carrier has succeeded.
	 */
	static @Nullable Object call(ForkSite site, @Nullable Object receiver, @Nullable Object[] arguments)
			throws Throwable {
		return site.call().invoke(receiver, Pending.valuesOf(arguments));
	}

	static String describe(ForkSite site) {
		return "%s.%s, called by %s".formatted(site.owner(), site.method(), location(site));
	}

	/**
	 * Made without a formatter: where a stack has overflowed, one would overflow again,
	 * and be unusable from then on, if it is the first.
	 */
	private static String location(ForkSite site) {
		return site.caller()
			.concat("(")
			.concat(site.file())
			.concat(":")
			.concat(Integer.toString(site.line()))
			.concat(")");
	}

	/**
	 * Whether the result may be an object that can be modified, as far as the called
	 * method's declaration tells.
	 */
	boolean mayBeMutable() {
		return !Leaves.isLeafType(resultType());
	}

	/**
	 * Whether the result may be an object, or a view of it, as far as the called method's
	 * declaration tells, and the classes that were known when the caller was woven.
	 */
	boolean mayShow(Object object) {
		return Supertypes.contain(object.getClass(), resultType())
				|| (StoreTargets.isTarget(object) && (this.site.mayBeView() || Supertypes.mayBeView(resultType())));
	}

	private String resultType() {
		String descriptor = this.site.descriptor();
		return descriptor.substring(descriptor.indexOf(')') + 1);
	}

	@Override
	int siteIndex() {
		return this.site.index();
	}

	@Override
	String origin() {
		return "forked by ".concat(location(this.site));
	}

	@Override
	String cancellation() {
		return "%s was cancelled: its pool was shut down before it ran".formatted(describe(this.site));
	}

	/**
	 * Describes the call, for those who look at a variable of a woven method in a
	 * debugger.
	 */
	@Override
	public String toString() {
		return describe(this.site) + ": " + progress();
	}

}
