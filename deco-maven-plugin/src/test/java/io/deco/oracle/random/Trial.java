package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.deco.analysis.Remark;
import io.deco.oracle.Form;
import io.deco.oracle.Outcome;
import io.deco.oracle.Patience;
import io.deco.oracle.Program;
import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;

/**
 * Compares the plain and the woven form of one program.
 */
final class Trial {

	private final RandomProgram program;

	private final Program built;

	private final Form form;

	private final Coverage coverage;

	private int input;

	private String schedule = "";

	Trial(RandomProgram program, Program built, Form form, Coverage coverage) {
		this.program = program;
		this.built = built;
		this.form = form;
		this.coverage = coverage;
	}

	/**
	 * Runs the program with each input under several schedules.
	 * @return the first difference
	 */
	@Nullable Divergence find() {
		for (Remark remark : this.built.remarks()) {
			this.coverage.count(remark);
			if (remark.kind() == Remark.Kind.UNWOVEN) {
				return divergence("not woven", remark.reason());
			}
		}
		try {
			return Patience.call("P" + this.program.seed(), this::compare);
		}
		catch (AssertionError ex) {
			return divergence("hangs", String.valueOf(ex.getMessage()));
		}
		catch (LinkageError | IllegalStateException ex) {
			return divergence("fails " + rootOf(ex).getClass().getSimpleName(), io.deco.oracle.Text.stackTrace(ex));
		}
	}

	private static Throwable rootOf(Throwable thrown) {
		Throwable cause = thrown.getCause();
		return (cause != null) ? rootOf(cause) : thrown;
	}

	private @Nullable Divergence compare() {
		LoadedProgram plain = LoadedProgram.plain(this.built);
		LoadedProgram woven = LoadedProgram.woven(this.built);
		for (this.input = 0; this.input < RandomProgram.INPUTS; this.input++) {
			this.schedule = "none";
			Outcome expected = Run.plain(plain, this.input);
			if (this.input == 0 && !Run.plain(plain, this.input).equalsPlain(expected)) {
				return divergence("plain differs from itself", expected.describe());
			}
			this.coverage.count(expected);
			for (Plot plot : Plot.against(this.program, this.input)) {
				this.schedule = plot.toString();
				this.coverage.count("schedule", plot.kind());
				Failures failures = new Failures(this.coverage.listener());
				Outcome actual = Run.woven(woven, this.input, plot, failures);
				if (!actual.equalsPlain(expected)) {
					if (this.program.isModifying()
							&& (failures.any() || (isOfObjects(expected, actual) && operationFails(plot)))) {
						this.coverage.count("tolerated", "change by a call after one that failed");
						continue;
					}
					return divergence(kind(expected, actual),
							"plain:\n" + brief(expected) + "woven:\n" + brief(actual));
				}
			}
		}
		return null;
	}

	/**
	 * Whether what differs may be what objects hold, and nothing else.
	 */
	private static boolean isOfObjects(Outcome plain, Outcome woven) {
		return List.of("heap", "result").contains(kind(plain, woven));
	}

	/**
	 * Whether an operation on a result that may have been pending fails under a schedule.
	 * Later calls may have started before it, as before a call that fails.
	 */
	private boolean operationFails(Plot plot) {
		LoadedProgram watched = LoadedProgram.watched(this.built);
		Run.woven(watched, this.input, plot, TaskListener.NONE);
		return LateFailures.seen(watched);
	}

	/**
	 * Leaves out the lines of stacks that say how the program was run.
	 */
	private static String brief(Outcome outcome) {
		return outcome.describe()
			.lines()
			.filter((line) -> !line.strip().startsWith("at ") || line.contains("cases."))
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
	}

	private static String kind(Outcome plain, Outcome woven) {
		List<String> kinds = new ArrayList<>();
		if (!Objects.equals(type(plain), type(woven))) {
			kinds.add("throws " + type(woven) + " instead of " + type(plain));
		}
		else if (!plain.result().equals(woven.result())) {
			kinds.add("result");
		}
		if (!plain.effects().equals(woven.effects())) {
			kinds.add("effects");
		}
		if (kinds.isEmpty()) {
			kinds.add(plain.heap().equals(woven.heap()) ? "suppressed" : "heap");
		}
		return String.join(", ", kinds);
	}

	private static @Nullable String type(Outcome outcome) {
		Throwable thrown = outcome.thrown();
		return (thrown != null) ? thrown.getClass().getName() : null;
	}

	private Divergence divergence(String kind, String report) {
		return new Divergence(this.program, this.form, this.input, this.schedule, kind, report);
	}

}
