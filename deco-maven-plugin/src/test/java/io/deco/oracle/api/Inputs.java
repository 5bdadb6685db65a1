package io.deco.oracle.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how often a {@link Case} is run, each time with another {@link Case#input}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Inputs {

	/**
	 * The number of runs.
	 * @return one more than the highest input
	 */
	int value();

}
