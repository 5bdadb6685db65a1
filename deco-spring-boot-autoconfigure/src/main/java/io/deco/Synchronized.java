package io.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the build to weave a method, so that the {@link Concurrent} calls in it overlap
 * while it returns, throws and leaves in memory what it would have done unwoven.
 * <p>
 * On a type, the annotation holds for all methods that the type declares. A method that
 * was not woven runs sequentially and correctly.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Synchronized {

}
