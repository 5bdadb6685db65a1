package io.deco.sample.census;

import java.io.IOException;
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
		List<CensusRow> rows = CensusRow.of(modules);
		for (CensusRow row : rows) {
			row.count = this.counter.count(row.module);
		}
		return CensusReport.of(rows);
	}

}
