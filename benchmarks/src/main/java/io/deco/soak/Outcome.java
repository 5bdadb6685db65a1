package io.deco.soak;

import java.util.concurrent.Callable;

import io.deco.runtime.AwaitInterruptedException;
import io.deco.runtime.TaskTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param value what it returned
 * @param thrown what it threw instead
 */
record Outcome(@Nullable Object value, @Nullable Throwable thrown) {

	static Outcome of(Callable<Object> request) {
		try {
			return new Outcome(request.call(), null);
		}
		catch (Throwable ex) {
			return new Outcome(null, ex);
		}
	}

	boolean isFailure() {
		return this.thrown instanceof TaskFailure;
	}

	boolean isTimeout() {
		return this.thrown instanceof TaskTimeoutException;
	}

	/**
	 * Whether an interrupt ended it.
	 */
	boolean isInterruption() {
		return this.thrown instanceof AwaitInterruptedException || this.thrown instanceof StepInterruptedException;
	}

	/**
	 * Whether two requests ended alike. What a time limit says is known to the runtime
	 * only.
	 */
	boolean isLike(Outcome other) {
		if (isTimeout()) {
			return other.isTimeout();
		}
		return describe().equals(other.describe());
	}

	String describe() {
		return (this.thrown != null) ? this.thrown.toString() : String.valueOf(this.value);
	}

}
