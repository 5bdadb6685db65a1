package io.deco.benchmarks;

import java.util.concurrent.CompletableFuture;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * The work as an asynchronous method of Spring.
 */
@Component
public class AsyncWork {

	@Async("asyncPool")
	public CompletableFuture<Long> run(Load load, long seed) {
		return CompletableFuture.completedFuture(load.run(seed));
	}

}
