package io.deco.autoconfigure;

import java.lang.reflect.Method;

import io.deco.runtime.TaskListener;

/**
 * Makes those who are told about the tasks of a method.
 */
@FunctionalInterface
interface TaskListenerFactory {

	/** Tells nobody. */
	TaskListenerFactory NONE = (method, pool) -> TaskListener.NONE;

	/**
	 * Makes the listener of a method.
	 * @param method the concurrent method
	 * @param pool the name of its pool
	 * @return the listener
	 */
	TaskListener create(Method method, String pool);

}
