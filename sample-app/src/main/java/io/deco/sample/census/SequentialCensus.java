package io.deco.sample.census;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Service;

/**
 * The twin of {@link Census}: the same text without the annotation.
 */
@Service
public class SequentialCensus {

	private final ModuleCounter counter;

	SequentialCensus(ModuleCounter counter) {
		this.counter = counter;
	}

	public CensusReport take(List<String> modules) throws IOException {
		List<ModuleCount> counts = new ArrayList<>();
		for (String module : modules) {
			counts.add(this.counter.count(module));
		}
		return new CensusReport(counts);
	}

}
