package io.deco.benchmarks;

import io.deco.Concurrent;

import org.springframework.stereotype.Component;

/**
 * The work as a concurrent method.
 */
@Component
public class Work {

	@Concurrent
	public long run(Load load, long seed) {
		return load.run(seed);
	}

}
