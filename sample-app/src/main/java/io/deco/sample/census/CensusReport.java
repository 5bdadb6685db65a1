package io.deco.sample.census;

import java.util.List;

/**
 * What all modules hold.
 *
 * @param modules the modules, in the order in which they were given
 */
public record CensusReport(List<ModuleCount> modules) {

	public int classes() {
		return this.modules.stream().mapToInt(ModuleCount::classes).sum();
	}

	public int methods() {
		return this.modules.stream().mapToInt(ModuleCount::methods).sum();
	}

	public long bytes() {
		return this.modules.stream().mapToLong(ModuleCount::bytes).sum();
	}

	public long compressedBytes() {
		return this.modules.stream().mapToLong(ModuleCount::compressedBytes).sum();
	}

}
