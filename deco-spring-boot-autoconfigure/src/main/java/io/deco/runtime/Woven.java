package io.deco.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the build has woven. Written by the weaver, not by users.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Woven {

	/**
	 * Names the methods that were looked at and left sequential, as
	 * {@code name(descriptor)result}.
	 * @return the methods that were not woven
	 */
	String[] sequential() default {};

}
