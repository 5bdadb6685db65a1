package io.deco.autoconfigure;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.deco.runtime.AdaptiveGrain;
import io.deco.runtime.TaskListener;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of all concurrent methods. A meter has the same tag keys wherever it is
 * recorded, as some registries demand.
 */
final class TaskMetrics implements TaskListenerFactory {

	private static final String UNKNOWN = "unknown";

	private final MeterRegistry registry;

	private final AtomicInteger activeScopes = new AtomicInteger();

	private final Map<String, Timer> awaits = new ConcurrentHashMap<>();

	/**
	 * Those of one method in several classes, and of overloads, have the same tags.
	 */
	private final Map<Tags, Collection<AdaptiveGrain>> grains = new ConcurrentHashMap<>();

	TaskMetrics(MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder("deco.scope.active", this.activeScopes, AtomicInteger::get)
			.description("Calls of woven methods that have forked tasks and have not ended")
			.register(registry);
	}

	@Override
	public TaskListener create(Method method, String pool, @Nullable AdaptiveGrain grain) {
		Tags tags = Tags.of("pool", pool).and(code(method.getDeclaringClass().getName(), method.getName()));
		if (grain != null) {
			this.grains.computeIfAbsent(tags, this::countCallsHere).add(grain);
		}
		return new MethodMetrics(this.registry, tags, this);
	}

	/**
	 * Registers the counter of all grains with some tags: a registry would ignore a
	 * second one. It holds them weakly, so that they are kept here.
	 */
	private Collection<AdaptiveGrain> countCallsHere(Tags tags) {
		Collection<AdaptiveGrain> grains = new ConcurrentLinkedQueue<>();
		FunctionCounter
			.builder("deco.task.inline", grains, (all) -> all.stream().mapToLong(AdaptiveGrain::callsHere).sum())
			.description(MethodMetrics.INLINE)
			.tags(tags.and("reason", "grain"))
			.register(this.registry);
		return grains;
	}

	private static Tags code(String namespace, String function) {
		return Tags.of("code.namespace", namespace, "code.function", function);
	}

	/**
	 * Records that a caller was blocked.
	 * @param blockedNanos for how long
	 * @param caller by which method, as {@code com.example.Carts.price}
	 */
	void awaited(long blockedNanos, String caller) {
		this.awaits.computeIfAbsent(caller, this::awaitTimer).record(Duration.ofNanos(blockedNanos));
	}

	private Timer awaitTimer(String caller) {
		int dot = caller.lastIndexOf('.');
		Tags tags = (dot > 0) ? code(caller.substring(0, dot), caller.substring(dot + 1))
				: code(UNKNOWN, caller.isEmpty() ? UNKNOWN : caller);
		return Timer.builder("deco.await")
			.description("Time for which callers were blocked until a result was there")
			.tags(tags)
			.register(this.registry);
	}

	void scopeOpened() {
		this.activeScopes.incrementAndGet();
	}

	void scopeClosed() {
		this.activeScopes.decrementAndGet();
	}

}
