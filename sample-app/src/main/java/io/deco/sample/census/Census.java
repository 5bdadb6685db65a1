package io.deco.sample.census;

import java.io.IOException;
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
		List<CensusRow> rows = CensusRow.of(modules);
		for (CensusRow row : rows) {
			row.count = this.counter.count(row.module);
		}
		return CensusReport.of(rows);
	}

}
