package io.deco.autoconfigure;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users can set.
 *
 * @param enabled Whether calls of concurrent methods may be run by the pools at all.
 * Without it, nothing is registered and everything runs as it is written
 * @param mode Whether concurrent calls overlap or are made one after the other, in their
 * caller
 * @param pool The default pool
 * @param pools Further pools by the name that concurrent methods use. What a pool does
 * not set is as in the default pool
 * @param propagateContext Whether a task sees the logging (MDC), observation, security
 * and locale context of its caller
 * @param context What else a task sees of its caller
 * @param transaction What becomes of a concurrent call in an active transaction, which
 * belongs to its thread
 * @param weaving Checks of what the build has woven
 */
@ConfigurationProperties("deco")
record DecoProperties(@DefaultValue("true") boolean enabled, @DefaultValue("concurrent") Mode mode,
		@DefaultValue Pool pool, @DefaultValue Map<String, Pool> pools, @DefaultValue("true") boolean propagateContext,
		@DefaultValue Context context, @DefaultValue("inline") Transaction transaction, @DefaultValue Weaving weaving) {

	/**
	 * How concurrent calls are made.
	 */
	enum Mode {

		/** By the pools, overlapping. */
		CONCURRENT,

		/** By their callers, one after the other. */
		SEQUENTIAL

	}

	/**
	 * What to do with a concurrent call in an active transaction.
	 */
	enum Transaction {

		/** Run it in its caller. */
		INLINE,

		/** Run it in its caller, and log a warning, once a method. */
		WARN,

		/** Throw an exception. */
		FAIL

	}

	/**
	 * What to do with work that a pool rejects.
	 */
	enum RejectionPolicy {

		/** Run it in its caller. */
		INLINE,

		/** Throw the rejection. */
		ABORT

	}

	/**
	 * What to do about a method that should have been woven and was not.
	 */
	enum Verify {

		/** Log a warning. */
		WARN,

		/** Fail the start-up. */
		FAIL,

		/** Nothing. */
		NONE

	}

	/**
	 * A pool of threads.
	 *
	 * @param coreSize Number of threads that are started before work is queued. By
	 * default 4 for each processor but at least 8, or 256 virtual threads
	 * @param maxSize Greatest number of threads, reached only while the queue is full.
	 * The core size by default
	 * @param queueCapacity Number of tasks that may wait for a thread. More are rejected
	 * @param keepAlive How long an idle thread lives
	 * @param allowCoreThreadTimeout Whether idle core threads end too
	 * @param threadNamePrefix Start of the names of the threads. A named pool adds its
	 * name to the default pool's prefix
	 * @param rejectionPolicy What becomes of a call that the pool rejects
	 * @param virtualThreads Whether the threads are virtual, within the bounds of the
	 * pool. As spring.threads.virtual.enabled by default
	 * @param shutdown What happens when the application ends
	 */
	record Pool(@Nullable Integer coreSize, @Nullable Integer maxSize, @Nullable Integer queueCapacity,
			@Nullable Duration keepAlive, @Nullable Boolean allowCoreThreadTimeout, @Nullable String threadNamePrefix,
			@Nullable RejectionPolicy rejectionPolicy, @Nullable Boolean virtualThreads,
			@DefaultValue Shutdown shutdown) {

		Pool orElse(Pool other) {
			return new Pool(first(this.coreSize, other.coreSize), first(this.maxSize, other.maxSize),
					first(this.queueCapacity, other.queueCapacity), first(this.keepAlive, other.keepAlive),
					first(this.allowCoreThreadTimeout, other.allowCoreThreadTimeout),
					first(this.threadNamePrefix, other.threadNamePrefix),
					first(this.rejectionPolicy, other.rejectionPolicy),
					first(this.virtualThreads, other.virtualThreads),
					new Shutdown(first(this.shutdown.awaitTermination, other.shutdown.awaitTermination),
							first(this.shutdown.awaitTerminationPeriod, other.shutdown.awaitTerminationPeriod)));
		}

		private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
			return (own != null) ? own : other;
		}

	}

	/**
	 * The end of a pool.
	 *
	 * @param awaitTermination Whether running and queued tasks are completed rather than
	 * interrupted
	 * @param awaitTerminationPeriod How long to wait for them
	 */
	record Shutdown(@Nullable Boolean awaitTermination, @Nullable Duration awaitTerminationPeriod) {

	}

	/**
	 * Context of a caller that its tasks do not see unless it is asked for.
	 *
	 * @param requestAttributes Whether a task sees the web request of its caller, and
	 * with it request-scoped beans. These are then used by several threads at once
	 */
	record Context(@DefaultValue("false") boolean requestAttributes) {

	}

	/**
	 * What is expected of the build.
	 *
	 * @param verify What to do about a bean whose synchronized methods were not woven
	 */
	record Weaving(@DefaultValue("warn") Verify verify) {

	}

}
