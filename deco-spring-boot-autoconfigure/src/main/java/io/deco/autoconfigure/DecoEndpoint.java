package io.deco.autoconfigure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;

import io.deco.autoconfigure.DecoProperties.Mode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Shows pools and methods, and never what they are called with.
 */
@Endpoint(id = "deco")
public final class DecoEndpoint {

	private final Mode mode;

	private final ConcurrentPools pools;

	private final ConcurrentBindings bindings;

	private final WeavingPostProcessor weaving;

	DecoEndpoint(Mode mode, ConcurrentPools pools, ConcurrentBindings bindings, WeavingPostProcessor weaving) {
		this.mode = mode;
		this.pools = pools;
		this.bindings = bindings;
		this.weaving = weaving;
	}

	/**
	 * Describes what deco does in this application.
	 * @return the description
	 */
	@ReadOperation
	public DecoDescriptor deco() {
		Map<String, PoolDescriptor> pools = new LinkedHashMap<>();
		this.pools.all().forEach((pool) -> pools.put(pool.name(), describe(pool)));
		Map<String, List<ConcurrentDescriptor>> concurrent = new LinkedHashMap<>();
		this.bindings.beans().forEach((name, bean) -> concurrent.put(name, describe(bean)));
		Map<String, List<SynchronizedDescriptor>> synchronizedMethods = new LinkedHashMap<>();
		this.weaving.beans().forEach((name, methods) -> synchronizedMethods.put(name, describe(methods)));
		return new DecoDescriptor(this.mode.name().toLowerCase(Locale.ROOT), pools, concurrent, synchronizedMethods);
	}

	private static PoolDescriptor describe(ConcurrentPool pool) {
		Executor executor = pool.executor();
		if (executor instanceof ThreadPoolTaskExecutor springs) {
			executor = springs.getThreadPoolExecutor();
		}
		ThreadPoolExecutor threads = (executor instanceof ThreadPoolExecutor known) ? known : null;
		if (threads == null) {
			return new PoolDescriptor(pool.beanName(), null, null, null, null, null, null, pool.rejected(),
					pool.inlined());
		}
		return new PoolDescriptor(pool.beanName(), threads.getCorePoolSize(), threads.getMaximumPoolSize(),
				threads.getPoolSize(), threads.getActiveCount(), threads.getQueue().size(),
				threads.getCompletedTaskCount(), pool.rejected(), pool.inlined());
	}

	private static List<ConcurrentDescriptor> describe(PooledBean bean) {
		return bean.all()
			.stream()
			.map((method) -> new ConcurrentDescriptor(method.declaration().signature(), method.pool().name(),
					method.declaration().timeout().isEmpty() ? null : method.declaration().timeout()))
			.sorted(Comparator.comparing(ConcurrentDescriptor::method))
			.collect(Collectors.toList());
	}

	private static List<SynchronizedDescriptor> describe(List<SynchronizedMethod> methods) {
		return methods.stream()
			.map((method) -> new SynchronizedDescriptor(method.type() + "." + method.method(), method.woven()))
			.sorted(Comparator.comparing(SynchronizedDescriptor::method))
			.collect(Collectors.toList());
	}

	/**
	 * What deco does.
	 *
	 * @param mode whether calls overlap
	 * @param pools the pools by their names
	 * @param concurrentMethods the concurrent methods by the names of their beans
	 * @param synchronizedMethods the methods to be woven by the names of their beans
	 */
	public record DecoDescriptor(String mode, Map<String, PoolDescriptor> pools,
			Map<String, List<ConcurrentDescriptor>> concurrentMethods,
			Map<String, List<SynchronizedDescriptor>> synchronizedMethods) {

	}

	/**
	 * A pool. What an executor that the user brings does not tell is {@code null}.
	 *
	 * @param bean the name of the executor bean
	 * @param coreSize the number of threads before work is queued
	 * @param maxSize the greatest number of threads
	 * @param size the number of threads now
	 * @param active the number of threads that run a task
	 * @param queued the number of tasks that wait for a thread
	 * @param completed the number of tasks that the threads have taken, also those that a
	 * caller had run meanwhile
	 * @param rejected the number of rejected tasks
	 * @param inline the number of calls that were run in their caller
	 */
	public record PoolDescriptor(String bean, @Nullable Integer coreSize, @Nullable Integer maxSize,
			@Nullable Integer size, @Nullable Integer active, @Nullable Integer queued, @Nullable Long completed,
			long rejected, long inline) {

	}

	/**
	 * A concurrent method.
	 *
	 * @param method the method with its parameters' types
	 * @param pool the name of its pool
	 * @param timeout its limit, {@code null} for none
	 */
	public record ConcurrentDescriptor(String method, String pool, @Nullable String timeout) {

	}

	/**
	 * A method that the build was asked to weave.
	 *
	 * @param method the method
	 * @param woven whether it is woven
	 */
	public record SynchronizedDescriptor(String method, boolean woven) {

	}

}
