package io.deco.autoconfigure;

import java.time.Duration;

import io.deco.autoconfigure.DecoProperties.Pool;
import io.deco.autoconfigure.DecoProperties.RejectionPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.system.JavaVersion;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.util.StringUtils;

/**
 * The settings of one pool, complete and checked.
 */
record PoolSettings(int coreSize, int maxSize, int queueCapacity, Duration keepAlive, boolean allowCoreThreadTimeout,
		String threadNamePrefix, RejectionPolicy rejectionPolicy, boolean virtualThreads, boolean awaitTermination,
		Duration awaitTerminationPeriod) {

	/**
	 * Much work waiting means that callers no longer gain from handing more over, and
	 * each waiting task takes memory.
	 */
	private static final int QUEUE_CAPACITY = 10_000;

	/**
	 * Completes the settings of a pool.
	 * @param properties what the user set
	 * @param name the name of the pool, empty for the default pool
	 * @param virtualThreads whether threads are virtual unless the pool says otherwise
	 * @return the settings
	 * @throws InvalidConfigurationPropertyValueException if they cannot be met
	 */
	static PoolSettings of(DecoProperties properties, String name, boolean virtualThreads) {
		Pool shared = properties.pool();
		PoolSettings settings = complete("deco.pool.", shared, "", virtualThreads);
		Pool own = properties.pools().get(name);
		if (own == null) {
			return settings;
		}
		String suffix = StringUtils.hasText(own.threadNamePrefix()) ? "" : name + "-";
		return complete("deco.pools." + name + ".", own.orElse(shared), suffix, virtualThreads);
	}

	private static PoolSettings complete(String prefix, Pool pool, String threadNameSuffix, boolean virtualByDefault) {
		boolean virtual = orElse(pool.virtualThreads(), virtualByDefault);
		Integer max = pool.maxSize();
		boolean unbounded = virtual && max == null && pool.coreSize() == null && pool.queueCapacity() == null;
		int core = unbounded ? 1 : orElse(pool.coreSize(), coreSize(virtual, max));
		PoolSettings settings = new PoolSettings(core, unbounded ? Integer.MAX_VALUE : orElse(max, core),
				unbounded ? 0 : orElse(pool.queueCapacity(), QUEUE_CAPACITY),
				orElse(pool.keepAlive(), Duration.ofSeconds(60)), orElse(pool.allowCoreThreadTimeout(), true),
				orElse(pool.threadNamePrefix(), "deco-") + threadNameSuffix,
				orElse(pool.rejectionPolicy(), RejectionPolicy.INLINE), virtual,
				orElse(pool.shutdown().awaitTermination(), true),
				orElse(pool.shutdown().awaitTerminationPeriod(), Duration.ofSeconds(30)));
		settings.check(prefix);
		return settings;
	}

	private static int coreSize(boolean virtual, @Nullable Integer max) {
		int size = virtual ? 256 : Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
		return (max != null && max > 0) ? Math.min(size, max) : size;
	}

	private void check(String prefix) {
		check(this.coreSize >= 1, prefix + "core-size", this.coreSize, "A pool needs at least one thread.");
		check(this.maxSize >= this.coreSize, prefix + "max-size", this.maxSize,
				"The pool's max-size must not be less than its core-size, which is %d%s.".formatted(this.coreSize,
						prefix.startsWith("deco.pools.") ? " (unset keys are as in deco.pool)" : ""));
		check(this.queueCapacity >= 0, prefix + "queue-capacity", this.queueCapacity,
				"The capacity must be 0 (no queue) or more.");
		check(!this.keepAlive.isNegative(), prefix + "keep-alive", this.keepAlive, "The time must not be negative.");
		check(!this.allowCoreThreadTimeout || this.keepAlive.toSeconds() > 0, prefix + "keep-alive", this.keepAlive,
				"Core threads that may end need a time of at least one second: "
						+ "set it, or set allow-core-thread-timeout to false.");
		check(!this.awaitTerminationPeriod.isNegative(), prefix + "shutdown.await-termination-period",
				this.awaitTerminationPeriod, "The time must not be negative.");
		check(!this.virtualThreads || JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE),
				prefix + "virtual-threads", true,
				"Virtual threads need Java 21 or newer. This is Java " + JavaVersion.getJavaVersion() + ".");
	}

	private static void check(boolean condition, String property, Object value, String reason) {
		if (!condition) {
			throw new InvalidConfigurationPropertyValueException(property, value, reason);
		}
	}

	private static <T> T orElse(@Nullable T value, T other) {
		return (value != null) ? value : other;
	}

	/**
	 * Builds an executor. What the user's builder customises applies last, and its task
	 * decorator too.
	 * @param builder the application's builder
	 * @param context what follows each task, {@code null} for nothing
	 * @return the executor
	 */
	DecoTaskExecutor build(ThreadPoolTaskExecutorBuilder builder, @Nullable TaskContext context) {
		DecoTaskExecutor executor = new DecoTaskExecutor(context);
		executor.setVirtualThreads(this.virtualThreads);
		return builder.corePoolSize(this.coreSize)
			.maxPoolSize(this.maxSize)
			.queueCapacity(this.queueCapacity)
			.keepAlive(this.keepAlive)
			.allowCoreThreadTimeOut(this.allowCoreThreadTimeout)
			.threadNamePrefix(this.threadNamePrefix)
			.awaitTermination(this.awaitTermination)
			.awaitTerminationPeriod(this.awaitTerminationPeriod)
			.configure(executor);
	}

}
