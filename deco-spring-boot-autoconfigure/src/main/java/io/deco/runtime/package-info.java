/**
 * What happens while results are pending.
 * <ul>
 * <li>A {@link io.deco.runtime.TaskScope} holds, in program order, the tasks that one
 * invocation of a method forked and the writes that wait for their results.</li>
 * <li>A {@link io.deco.runtime.Task} runs once: on the executor, or in the thread that
 * waits for it first.</li>
 * <li>{@link io.deco.runtime.WovenCalls} is the only class that woven code calls;
 * {@link io.deco.runtime.ConcurrentMethod} is what a container tells about a call's
 * target.</li>
 * </ul>
 * Needs nothing but the JDK.
 */
@NullMarked
package io.deco.runtime;

import org.jspecify.annotations.NullMarked;
