package io.deco.oracle.api;

import org.jspecify.annotations.Nullable;

/**
 * A program that is run plain and woven. Its result, its exception, its effects in their
 * order and all that can be reached from it must be the same.
 * <p>
 * A case is made anew, in a class loader of its own, for each run. The body of a
 * concurrent method may record an effect only if the contract says when it runs.
 */
public abstract class Case {

	/**
	 * The number of this run, from zero up to {@link Inputs} (exclusive): tells a case
	 * what to do differently, such as which call fails.
	 */
	protected final int input = Session.current().input();

	/**
	 * Runs the program.
	 * @return what is compared, with all that can be reached from it
	 * @throws Throwable if the program fails, which is compared too
	 */
	public abstract @Nullable Object run() throws Throwable;

	/**
	 * Makes an object a concurrent bean; has no effect in a plain run.
	 * @param <T> the type of the bean
	 * @param bean the object
	 * @return the object itself
	 */
	protected static <T> T service(T bean) {
		return Session.current().service(bean);
	}

	/**
	 * Records what an observer would see, in order.
	 * @param what the effect
	 */
	protected static void effect(@Nullable Object what) {
		Session.current().effect(String.valueOf(what));
	}

	/**
	 * Proves an overlap: waits, in a woven run with as many threads, until a number of
	 * calls are here at the same time.
	 * @param calls how many calls meet
	 */
	protected static void together(int calls) {
		Session.current().together(calls);
	}

}
