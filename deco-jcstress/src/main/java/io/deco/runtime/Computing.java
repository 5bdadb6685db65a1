package io.deco.runtime;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Calls that are given what is computed, while the owner computes it.
 */
public class Computing {

	private static final ComputationSite SITE = Calls.computation(1, (receiver, arguments) -> new Computed(7));

	/**
	 * A call and the owner come to a computation at once.
	 */
	@JCStressTest
	@Outcome(id = "7, 7, 1", expect = Expect.ACCEPTABLE, desc = "Both have the same object, and see what is in it.")
	@State
	public static class OneForBoth {

		private final PendingComputation computation = new PendingComputation(SITE, new @Nullable Object[0]);

		private final @Nullable ComputedArgument argument = ComputedArgument.of(this.computation);

		private @Nullable Object taken;

		@Actor
		public void call(III_Result seen) {
			this.taken = (this.argument != null) ? this.argument.value() : null;
			seen.r1 = numberIn(this.taken);
		}

		@Actor
		public void owner(III_Result seen) {
			try {
				this.computation.apply();
			}
			catch (Throwable ex) {
				throw Thrown.asIs(ex);
			}
			seen.r2 = numberIn(this.computation.value());
		}

		@Arbiter
		public void compare(III_Result seen) {
			seen.r3 = (this.computation.value() == this.taken) ? 1 : 0;
		}

		private static int numberIn(@Nullable Object value) {
			return (value instanceof Computed computed) ? computed.number : 0;
		}

	}

	private static final class Computed {

		int number;

		Computed(int number) {
			this.number = number;
		}

	}

}
