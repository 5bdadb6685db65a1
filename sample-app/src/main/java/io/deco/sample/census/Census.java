package io.deco.sample.census;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.deco.Synchronized;

import org.springframework.stereotype.Service;

/**
 * Takes the census of modules. All counts start before the first is waited for.
 *
 * @see SequentialCensus
 */
@Service
public class Census {

	private final ModuleCounter counter;

	Census(ModuleCounter counter) {
		this.counter = counter;
	}

	@Synchronized
	public CensusReport take(List<String> modules) throws IOException {
		List<ModuleCount> counts = new ArrayList<>();
		for (String module : modules) {
			counts.add(this.counter.count(module));
		}
		return new CensusReport(counts);
	}

}
