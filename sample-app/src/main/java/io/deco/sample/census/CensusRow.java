package io.deco.sample.census;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A module and, once it has been counted, what it holds.
 */
final class CensusRow {

	final String module;

	@Nullable ModuleCount count;

	CensusRow(String module) {
		this.module = module;
	}

	ModuleCount count() {
		ModuleCount count = this.count;
		Assert.state(count != null, () -> this.module + " has not been counted");
		return count;
	}

	static List<CensusRow> of(List<String> modules) {
		List<CensusRow> rows = new ArrayList<>(modules.size());
		for (String module : modules) {
			rows.add(new CensusRow(module));
		}
		return rows;
	}

}
