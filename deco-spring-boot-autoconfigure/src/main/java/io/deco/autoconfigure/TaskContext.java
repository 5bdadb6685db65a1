package io.deco.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;

import org.springframework.context.i18n.LocaleContextThreadLocalAccessor;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestAttributesThreadLocalAccessor;

/**
 * Carries the context of a forking thread to the thread that runs the task: what the
 * application has registered (observations among it), and the contexts that nobody
 * registers by default. A task sees nothing of what its thread held before.
 */
final class TaskContext {

	private final List<ThreadLocalAccessor<?>> own;

	private final Set<Object> ownKeys;

	private volatile Known known;

	/**
	 * Creates what carries context.
	 * @param requestAttributes whether a task sees the web request of its caller
	 */
	TaskContext(boolean requestAttributes) {
		this.own = ownRegistry(requestAttributes).getThreadLocalAccessors();
		this.ownKeys = this.own.stream().map(ThreadLocalAccessor::key).collect(Collectors.toSet());
		this.known = know(registered());
	}

	private static ContextRegistry ownRegistry(boolean requestAttributes) {
		ContextRegistry registry = new ContextRegistry();
		registry.registerThreadLocalAccessor(new LocaleContextThreadLocalAccessor());
		if (isPresent("org.slf4j.MDC")) {
			registry.registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
		}
		if (requestAttributes && isPresent("jakarta.servlet.ServletRequest")
				&& isPresent("org.springframework.web.context.request.RequestContextHolder")) {
			registry.registerThreadLocalAccessor(new RequestAttributesThreadLocalAccessor());
		}
		if (isPresent("org.springframework.security.core.context.SecurityContextHolder")) {
			registry.registerThreadLocalAccessor(new ClonedSecurityContextAccessor());
		}
		return registry;
	}

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, TaskContext.class.getClassLoader());
	}

	private static List<ThreadLocalAccessor<?>> registered() {
		return ContextRegistry.getInstance().getThreadLocalAccessors();
	}

	/**
	 * Captures the context of the calling thread.
	 * @param task the task
	 * @return the task with the context around it
	 */
	Decorated propagate(Runnable task) {
		List<ThreadLocalAccessor<?>> registered = registered();
		Known known = this.known;
		if (!known.registered().equals(registered)) {
			known = know(registered);
			this.known = known;
		}
		return TaskInContext.capture(task, known.accessors());
	}

	@SuppressWarnings("unchecked") // An accessor is given only what it has returned
	private Known know(List<ThreadLocalAccessor<?>> all) {
		List<ThreadLocalAccessor<?>> registered = List.copyOf(all);
		List<ThreadLocalAccessor<Object>> accessors = new ArrayList<>();
		for (ThreadLocalAccessor<?> accessor : registered) {
			if (!this.ownKeys.contains(accessor.key())) {
				accessors.add((ThreadLocalAccessor<Object>) accessor);
			}
		}
		for (ThreadLocalAccessor<?> accessor : this.own) {
			accessors.add((ThreadLocalAccessor<Object>) accessor);
		}
		return new Known(registered, accessors);
	}

	/**
	 * What was registered when somebody looked last, and the accessors that are used with
	 * it.
	 */
	private record Known(List<ThreadLocalAccessor<?>> registered, List<ThreadLocalAccessor<Object>> accessors) {

	}

}
