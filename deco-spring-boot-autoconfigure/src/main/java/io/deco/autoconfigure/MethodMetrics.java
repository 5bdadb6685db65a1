package io.deco.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.deco.runtime.TaskListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one concurrent method. Meters are kept rather than looked up, since they
 * are recorded for each task.
 */
final class MethodMetrics implements TaskListener {

	static final String INLINE = "Calls that were run in their caller";

	private final MeterRegistry registry;

	private final Tags tags;

	private final TaskMetrics shared;

	private final Timer succeeded;

	private final Timer queued;

	private final Counter rejected;

	private final Map<Class<?>, Timer> failed = new ConcurrentHashMap<>();

	private final Map<String, Counter> inlined = new ConcurrentHashMap<>();

	MethodMetrics(MeterRegistry registry, Tags tags, TaskMetrics shared) {
		this.registry = registry;
		this.tags = tags;
		this.shared = shared;
		this.succeeded = execution("SUCCESS", "none");
		this.queued = Timer.builder("deco.task.queued")
			.description("Time from the moment a task was ready to run to its start")
			.tags(tags)
			.register(registry);
		this.rejected = Counter.builder("deco.task.rejected")
			.description("Tasks that their pool refused")
			.tags(tags)
			.register(registry);
	}

	private Timer execution(String outcome, String exception) {
		return Timer.builder("deco.task.execution")
			.description("Time from the start of a task to its end")
			.tags(this.tags.and("outcome", outcome, "exception", exception))
			.register(this.registry);
	}

	@Override
	public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
		this.queued.record(queuedNanos, TimeUnit.NANOSECONDS);
		Timer timer = (failure == null) ? this.succeeded
				: this.failed.computeIfAbsent(failure.getClass(), (type) -> execution("ERROR", name(type)));
		timer.record(runNanos, TimeUnit.NANOSECONDS);
	}

	private static String name(Class<?> type) {
		String simpleName = type.getSimpleName();
		return simpleName.isEmpty() ? type.getName() : simpleName;
	}

	@Override
	public void inlined(String reason) {
		this.inlined.computeIfAbsent(reason, this::inline).increment();
	}

	private Counter inline(String reason) {
		return Counter.builder("deco.task.inline")
			.description(INLINE)
			.tags(this.tags.and("reason", reason))
			.register(this.registry);
	}

	@Override
	public void rejected() {
		this.rejected.increment();
	}

	@Override
	public void awaited(long blockedNanos, String caller) {
		this.shared.awaited(blockedNanos, caller);
	}

	@Override
	public void scopeOpened() {
		this.shared.scopeOpened();
	}

	@Override
	public void scopeClosed() {
		this.shared.scopeClosed();
	}

}
