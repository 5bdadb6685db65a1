package io.deco.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;

/**
 * Links the calls that a method starts to the places where it waits for them.
 */
final class CallLinks {

	private final List<Call> calls;

	private final Map<Remark, List<Call>> callsOf;

	private CallLinks(List<Call> calls, Map<Remark, List<Call>> callsOf) {
		this.calls = calls;
		this.callsOf = callsOf;
	}

	/**
	 * Links the remarks about one method.
	 */
	static CallLinks of(List<Remark> remarks) {
		List<Call> calls = new ArrayList<>();
		Map<Remark, List<Call>> callsOf = new LinkedHashMap<>();
		List<Integer> laneEnds = new ArrayList<>();
		for (Remark fork : remarks) {
			if (fork.kind() == Kind.FORKED) {
				int first = fork.related().stream().reduce(fork.line(), Math::min);
				int last = fork.related().stream().reduce(fork.line(), Math::max);
				Call call = new Call(calls.size(), fork, first, last, lane(laneEnds, first, last));
				calls.add(call);
				callsOf.put(fork, List.of(call));
			}
		}
		for (Remark wait : remarks) {
			if (wait.kind() == Kind.AWAITED || wait.kind() == Kind.BARRIER) {
				callsOf.put(wait, awaited(wait, calls));
			}
		}
		return new CallLinks(calls, callsOf);
	}

	/** The first lane that is free where a call is pending; calls come by line. */
	private static int lane(List<Integer> laneEnds, int first, int last) {
		for (int lane = 0; lane < laneEnds.size(); lane++) {
			if (laneEnds.get(lane) < first) {
				laneEnds.set(lane, last);
				return lane;
			}
		}
		laneEnds.add(last);
		return laneEnds.size() - 1;
	}

	/** Two calls of one line are told apart by what the wait is about, if it says so. */
	private static List<Call> awaited(Remark wait, List<Call> calls) {
		List<Call> started = calls.stream().filter((call) -> wait.related().contains(call.fork().line())).toList();
		List<String> subjects = Arrays.asList(wait.subject().split(", "));
		List<Call> named = started.stream().filter((call) -> subjects.contains(call.fork().subject())).toList();
		return named.isEmpty() ? started : named;
	}

	/**
	 * All calls, in the order of the source.
	 */
	List<Call> calls() {
		return this.calls;
	}

	/**
	 * The calls that a remark is about: the one that starts, or those that are awaited.
	 */
	List<Call> of(Remark remark) {
		return this.callsOf.getOrDefault(remark, List.of());
	}

	/**
	 * How many calls are shown side by side.
	 */
	int lanes() {
		return this.calls.stream().mapToInt(Call::lane).max().orElse(-1) + 1;
	}

	/**
	 * A call that starts a task.
	 *
	 * @param number its number in the method, from 0
	 * @param fork the remark that says so
	 * @param first the first line on which it may be pending
	 * @param last the last of these lines
	 * @param lane where it is shown beside the source
	 */
	record Call(int number, Remark fork, int first, int last, int lane) {

		boolean isPendingAt(int line) {
			return this.first <= line && line <= this.last;
		}

	}

}
