package io.deco.autoconfigure;

import java.lang.reflect.Method;

import io.deco.runtime.AdaptiveGrain;
import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;

/**
 * Makes those who are told about the tasks of a method.
 */
@FunctionalInterface
interface TaskListenerFactory {

	/** Tells nobody. */
	TaskListenerFactory NONE = (method, pool, grain) -> TaskListener.NONE;

	/**
	 * Makes the listener of a method.
	 * @param method the concurrent method
	 * @param pool the name of its pool
	 * @param grain what decides whether its calls are worth a task, {@code null} if they
	 * all are
	 * @return the listener
	 */
	TaskListener create(Method method, String pool, @Nullable AdaptiveGrain grain);

}
