package io.deco.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.forks.ForkSelection;
import io.deco.analysis.streams.Pipeline;
import io.deco.analysis.streams.Pipelines;

/**
 * Collects what the analysis of one method has to say.
 */
final class Remarks {

	private final MethodAnalyzer.SourceType type;

	private final String method;

	private final List<Remark> remarks = new ArrayList<>();

	Remarks(MethodAnalyzer.SourceType type, String method) {
		this.type = type;
		this.method = method;
	}

	List<Remark> all() {
		return this.remarks.stream().distinct().sorted(Comparator.comparingInt(Remark::line)).toList();
	}

	void add(Remark.Kind kind, int line, String subject, String reason, String advice, List<Integer> related) {
		this.remarks.add(new Remark(kind, this.type.internalName().replace('/', '.'), this.method, this.type.file(),
				line, subject, reason, advice, related));
	}

	void unwoven(String reason) {
		add(Remark.Kind.UNWOVEN, 0, this.method, reason, "", List.of());
	}

	void addSequential(ForkSelection forks) {
		forks.sequential()
			.forEach((call, obstacle) -> add(Remark.Kind.SEQUENTIAL, Lines.of(call), forks.subject(call),
					obstacle.reason(), obstacle.advice(), List.of()));
	}

	/**
	 * A method that returns a value is trusted to modify nothing that it does not mark.
	 */
	void addUnmarked(ForkSelection forks) {
		forks.all().stream().filter((fork) -> fork.unmarked() != 0).forEach((fork) -> {
			String arguments = BitSet.valueOf(new long[] { fork.unmarked() })
				.stream()
				.mapToObj((argument) -> String.valueOf(argument + 1))
				.collect(Collectors.joining(" and "));
			add(Remark.Kind.UNMARKED, fork.line(), forks.subject(fork.call()),
					"its byte code modifies its argument " + arguments, "mark the parameter @Modifies", List.of());
		});
	}

	/**
	 * Calls of a pipeline are awaited where it ends.
	 */
	void addPipelines(Pipelines pipelines) {
		for (Pipeline pipeline : pipelines.all()) {
			for (Pipeline.Stage stage : pipeline.stages()) {
				stage.code()
					.calls()
					.forEach((fork) -> add(Remark.Kind.FORKED, fork.line(), fork.subject(),
							"calls are made ahead, for many elements of " + Types.simpleName(stage.call().owner) + "."
									+ stage.call().name,
							"", List.of(Lines.of(pipeline.end()))));
			}
		}
	}

	/**
	 * A call of a function that is not made ahead.
	 */
	void addSequential(int line, String owner, String name, String reason) {
		add(Remark.Kind.SEQUENTIAL, line, Types.simpleName(owner) + "." + name, reason, "write a loop", List.of());
	}

}
