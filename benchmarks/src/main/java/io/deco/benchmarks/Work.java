package io.deco.benchmarks;

import io.deco.Concurrent;

import org.springframework.stereotype.Component;

/**
 * The work as concurrent methods.
 */
@Component
public class Work {

	@Concurrent
	public long run(Load load, long seed) {
		return load.run(seed);
	}

	@Concurrent("virtual")
	public long runVirtual(Load load, long seed) {
		return load.run(seed);
	}

	@Concurrent
	public long nothing(long seed) {
		return seed;
	}

}
