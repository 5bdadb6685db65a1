package io.deco.runtime;

/**
 * Throws exceptions as they are, checked ones too.
 */
final class Thrown {

	private Thrown() {
	}

	/**
	 * Throws an exception without declaring it; written as {@code throw Thrown.asIs(t)},
	 * so that the compiler knows that the path ends.
	 */
	static RuntimeException asIs(Throwable thrown) {
		return Thrown.<RuntimeException, RuntimeException>rethrow(thrown);
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" }) // the cast is the
																		// purpose
	private static <E extends Throwable, R> R rethrow(Throwable thrown) throws E {
		throw (E) thrown;
	}

}
