package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * An object some of whose methods are {@link io.deco.Concurrent}, as a container sees it.
 *
 * @see ConcurrentBeans
 */
@FunctionalInterface
public interface ConcurrentBean {

	/**
	 * Finds what is known about the calls of a method. Called at each fork, so it must be
	 * fast.
	 * @param name the name of the called method
	 * @param descriptor its descriptor
	 * @return the method, or {@code null} if it is not concurrent: the call is then made
	 * like any other
	 */
	@Nullable ConcurrentMethod method(String name, String descriptor);

}
