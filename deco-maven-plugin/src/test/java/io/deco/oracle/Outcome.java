package io.deco.oracle;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.deco.oracle.api.Case;
import org.jspecify.annotations.Nullable;

/**
 * What a run left.
 *
 * @param result the returned object or the exception, with all that can be reached
 * @param heap the case object and the static fields of its classes
 * @param effects what was recorded, in order
 * @param problems what went wrong in the run itself, such as calls that did not overlap
 * @param thrown the exception
 */
public record Outcome(String result, String heap, List<String> effects, List<String> problems,
		@Nullable Throwable thrown) {

	/**
	 * Runs a case, and tells what that left.
	 * @param program the case
	 * @param classes its classes, which the run initialises as it comes to them
	 * @param effects where what it does is recorded
	 * @param problems where what goes wrong in the run itself is recorded
	 */
	public static Outcome of(Case program, Supplier<List<Class<?>>> classes, Collection<String> effects,
			Collection<String> problems) {
		Snapshot snapshot = new Snapshot();
		Throwable thrown = null;
		String result;
		try {
			result = "returned " + snapshot.render(program.run());
		}
		catch (Throwable ex) {
			thrown = ex;
			result = "threw " + snapshot.render(ex);
		}
		List<String> observed = List.copyOf(effects);
		StringBuilder heap = new StringBuilder(snapshot.render(program));
		classes.get().forEach((type) -> heap.append(snapshot.renderStatics(type)));
		return new Outcome(result, heap.toString(), observed, List.copyOf(problems), thrown);
	}

	/**
	 * Whether this outcome of a woven run is what sequential code would have done.
	 */
	public boolean equalsPlain(Outcome plain) {
		return difference(plain) == null;
	}

	/**
	 * Says what about this outcome of a woven run differs from what sequential code would
	 * have done.
	 * @param plain the outcome of sequential code
	 * @return what differs, {@code null} if nothing does
	 */
	@Nullable String difference(Outcome plain) {
		if (!this.result.equals(plain.result)) {
			return "another result";
		}
		if (!this.effects.equals(plain.effects)) {
			return "other effects";
		}
		if (!this.heap.equals(plain.heap)) {
			return "another heap";
		}
		if (this.thrown != null && plain.thrown != null && !Thrown.keepsSuppressed(plain.thrown, this.thrown)) {
			return "other suppressed exceptions";
		}
		return this.problems.isEmpty() ? null : "no overlap";
	}

	public String describe() {
		StringBuilder text = new StringBuilder();
		text.append("  result:  ").append(this.result).append('\n');
		text.append("  heap:    ").append(this.heap).append('\n');
		text.append("  effects: ").append(this.effects).append('\n');
		if (!this.problems.isEmpty()) {
			text.append("  PROBLEMS: ").append(this.problems).append('\n');
		}
		if (this.thrown != null) {
			text.append("  thrown:  ").append(Text.stackTrace(this.thrown)).append('\n');
		}
		return text.toString();
	}

}
