package io.deco.autoconfigure;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.deco.runtime.ConcurrentMethod;
import io.deco.runtime.TaskListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * A concurrent method with its pool.
 */
final class PooledMethod implements ConcurrentMethod {

	private static final Log logger = LogFactory.getLog(PooledMethod.class);

	private final ConcurrentDeclaration declaration;

	private final @Nullable Duration timeout;

	private final ConcurrentPool pool;

	private final CallRules rules;

	private final ObjectProvider<TaskListenerFactory> listeners;

	private volatile @Nullable TaskListener listener;

	PooledMethod(ConcurrentDeclaration declaration, @Nullable Duration timeout, ConcurrentPool pool, CallRules rules,
			ObjectProvider<TaskListenerFactory> listeners) {
		this.declaration = declaration;
		this.timeout = timeout;
		this.pool = pool;
		this.rules = rules;
		this.listeners = listeners;
	}

	ConcurrentDeclaration declaration() {
		return this.declaration;
	}

	ConcurrentPool pool() {
		return this.pool;
	}

	@Override
	public Executor executor() {
		return this.pool;
	}

	@Override
	public @Nullable String inlineReason() {
		return this.rules.inlineReason(this.declaration);
	}

	@Override
	public boolean runsRejected() {
		return this.pool.runsRejected();
	}

	@Override
	public @Nullable Duration timeout() {
		return this.timeout;
	}

	@Override
	public Runnable propagate(Runnable task) {
		return this.pool.propagate(task);
	}

	/**
	 * Asks for the metrics only when there is something to tell, since a bean is advised
	 * long before its application's metrics exist.
	 */
	@Override
	public TaskListener listener() {
		TaskListener current = this.listener;
		if (current == null) {
			current = new CountingListener(this.pool, createListener());
			this.listener = current;
		}
		return current;
	}

	private TaskListener createListener() {
		try {
			TaskListenerFactory factory = this.listeners.getIfAvailable(() -> TaskListenerFactory.NONE);
			return factory.create(this.declaration.method(), this.pool.name());
		}
		catch (RuntimeException ex) {
			// Calls must not fail because their metrics do, nor because the application
			// ends
			logger.warn("There are no metrics of %s".formatted(this.declaration.qualifiedName()), ex);
			return TaskListener.NONE;
		}
	}

}
