package io.deco.benchmarks;

/**
 * One way to do something, that is compared with others.
 *
 * @param name its name
 * @param work does it
 * @param once whether it takes so long, and so surely, that doing it once must do
 */
record Peer(String name, Work work, boolean once) {

	static final String SEQUENTIAL = "sequential";

	static final String DECO = "deco";

	static final String COMPLETABLE_FUTURE = "CompletableFuture";

	static final String ASYNC = "@Async";

	static final String FORK_JOIN_POOL = "ForkJoinPool";

	static final String STRUCTURED = "StructuredTaskScope";

	Peer(String name, Work work) {
		this(name, work, false);
	}

	/**
	 * What is done.
	 */
	@FunctionalInterface
	interface Work {

		/**
		 * Does it.
		 * @return a number that depends on all of it, so that no compiler leaves it out
		 */
		long run() throws Exception;

	}

}
