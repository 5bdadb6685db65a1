package io.deco.autoconfigure;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;

import io.deco.autoconfigure.DecoProperties.RejectionPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A pool as its callers see it: an executor that is looked up when first used, so that
 * neither post-processing beans nor lazy initialisation starts threads early.
 */
final class ConcurrentPool implements Executor {

	private final String name;

	private final String beanName;

	private final RejectionPolicy rejectionPolicy;

	private final @Nullable TaskContext context;

	private final BeanFactory beanFactory;

	private final LongAdder rejected = new LongAdder();

	private final LongAdder inlined = new LongAdder();

	private volatile @Nullable Executor executor;

	ConcurrentPool(String name, String beanName, RejectionPolicy rejectionPolicy, @Nullable TaskContext context,
			BeanFactory beanFactory) {
		this.name = name;
		this.beanName = beanName;
		this.rejectionPolicy = rejectionPolicy;
		this.context = context;
		this.beanFactory = beanFactory;
	}

	String name() {
		return this.name;
	}

	String beanName() {
		return this.beanName;
	}

	boolean runsRejected() {
		return this.rejectionPolicy == RejectionPolicy.INLINE;
	}

	Executor executor() {
		Executor found = this.executor;
		if (found == null) {
			found = this.beanFactory.getBean(this.beanName, Executor.class);
			this.executor = found;
		}
		return found;
	}

	/**
	 * Starts a task. Whatever keeps the executor from taking it, such as a thread that
	 * cannot be made, is a rejection: the task itself has not failed.
	 * @throws RejectedExecutionException if the executor does not take the task
	 */
	@Override
	public void execute(Runnable task) {
		Executor executor;
		try {
			executor = executor();
		}
		catch (BeanCreationNotAllowedException ex) {
			throw new RejectedExecutionException("The application ends, and the pool '" + this.name + "' with it", ex);
		}
		try {
			executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			throw new RejectedExecutionException("The pool '" + this.name + "' could not start a task", ex);
		}
	}

	/**
	 * Starts a task that runs nowhere but in the pool.
	 * @throws RejectedExecutionException if the executor does not take the task, or only
	 * keeps it, since it was stopped or cannot make a thread; it may have the task
	 * nevertheless
	 */
	void submit(Runnable task) {
		execute(task);
		if (executor() instanceof ThreadPoolTaskExecutor pool && (!pool.isRunning() || pool.getPoolSize() == 0)) {
			throw new RejectedExecutionException("The pool '" + this.name + "' was stopped or has no threads");
		}
	}

	/**
	 * Captures the context of the thread that forks a task.
	 * @param task the task
	 * @return the task with the context around it
	 */
	Runnable propagate(Runnable task) {
		try {
			if (executor() instanceof DecoTaskExecutor decorating) {
				return decorating.decorate(task);
			}
		}
		catch (BeanCreationNotAllowedException ex) {
			return task; // it will be rejected
		}
		return (this.context != null) ? this.context.propagate(task) : task;
	}

	void countRejected() {
		this.rejected.increment();
	}

	void countInlined() {
		this.inlined.increment();
	}

	long rejected() {
		return this.rejected.sum();
	}

	long inlined() {
		return this.inlined.sum();
	}

}
