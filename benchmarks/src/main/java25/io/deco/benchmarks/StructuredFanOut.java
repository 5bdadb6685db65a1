package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/**
 * The calls as subtasks of a {@link StructuredTaskScope}.
 */
final class StructuredFanOut implements StructuredBenchmark.Calls {

	@Override
	public long run(Load load, int calls) throws InterruptedException {
		List<Subtask<Long>> results = new ArrayList<>(calls);
		try (var scope = StructuredTaskScope.<Long>open()) {
			for (Slot slot : Slot.of(calls)) {
				results.add(scope.fork(() -> load.run(slot.seed)));
			}
			scope.join();
			return results.stream().mapToLong(Subtask::get).sum();
		}
	}

}
