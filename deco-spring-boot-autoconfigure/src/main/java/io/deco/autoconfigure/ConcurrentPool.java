package io.deco.autoconfigure;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;

import io.deco.autoconfigure.DecoProperties.RejectionPolicy;
import io.deco.runtime.AdaptiveGrain;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.BeanFactory;

/**
 * A pool as its callers see it: an executor that is looked up when first used, so that
 * neither post-processing beans nor lazy initialisation starts threads early.
 */
final class ConcurrentPool implements Executor {

	private final String name;

	private final String beanName;

	private final PoolSettings settings;

	private final @Nullable TaskContext context;

	private final BeanFactory beanFactory;

	private final LongAdder rejected = new LongAdder();

	private final LongAdder inlined = new LongAdder();

	private final Collection<AdaptiveGrain> grains = new ConcurrentLinkedQueue<>();

	private volatile @Nullable Executor executor;

	ConcurrentPool(String name, String beanName, PoolSettings settings, @Nullable TaskContext context,
			BeanFactory beanFactory) {
		this.name = name;
		this.beanName = beanName;
		this.settings = settings;
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
		return this.settings.rejectionPolicy() == RejectionPolicy.INLINE;
	}

	Executor executor() {
		Executor found = this.executor;
		if (found == null) {
			found = this.beanFactory.getBean(this.beanName, Executor.class);
			this.executor = found;
		}
		return found;
	}

	@Override
	public void execute(Runnable task) {
		try {
			Executor executor = executor();
			if (executor instanceof DecoTaskExecutor decorating) {
				decorating.executeAsItIs(task);
			}
			else {
				executor.execute(task);
			}
		}
		catch (BeanCreationNotAllowedException ex) {
			throw new RejectedExecutionException("The application ends, and the pool '" + this.name + "' with it", ex);
		}
	}

	/**
	 * Whether the pool's threads may be invited to run any number of tasks. What
	 * decorates the tasks of an executor that the user brings expects one at a time, and
	 * so does a virtual thread.
	 */
	boolean takesInvitations() {
		try {
			return !this.settings.virtualThreads() && executor() instanceof DecoTaskExecutor;
		}
		catch (BeanCreationNotAllowedException ex) {
			return false;
		}
	}

	/**
	 * As many as the pool could take.
	 */
	int maxUnstarted() {
		return (int) Math.min(Integer.MAX_VALUE, (long) this.settings.queueCapacity() + this.settings.maxSize());
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

	/**
	 * Has the calls counted that are made in their caller because of a grain.
	 */
	void countCallsHere(@Nullable AdaptiveGrain grain) {
		if (grain != null) {
			this.grains.add(grain);
		}
	}

	long inlined() {
		return this.inlined.sum() + this.grains.stream().mapToLong(AdaptiveGrain::callsHere).sum();
	}

}
