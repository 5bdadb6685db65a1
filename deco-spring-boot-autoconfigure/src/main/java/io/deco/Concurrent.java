package io.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that calls of a bean method may overlap one another and their caller.
 * <p>
 * A call from a woven {@link Synchronized} method starts a task and goes on; the result
 * is awaited where it is first used. The calls may run in any order, before or after
 * their siblings' results have been stored; only what an argument itself holds is as
 * sequential code left it, and they must need no lock that their callers hold. A method
 * that returns a value does not modify its arguments, unless the parameter is marked
 * {@link Modifies}.
 * <p>
 * On a type, the annotation holds for all its public methods. An annotation on the method
 * itself takes precedence, and one on an implementation over one on its interface.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Concurrent {

	/**
	 * Names the pool that runs the calls: a key of {@code deco.pools}.
	 * @return the name of the pool, empty for the default pool
	 */
	String value() default "";

	/**
	 * Limits how long one call may run, in the format of Spring's durations:
	 * {@code "500ms"}, {@code "2s"} or {@code "PT2S"}. The limit is counted from the
	 * moment the task starts. When it is exceeded, the task is interrupted and the call
	 * fails with {@code io.deco.runtime.TaskTimeoutException}.
	 * @return the limit, empty for none
	 */
	String timeout() default "";

}
