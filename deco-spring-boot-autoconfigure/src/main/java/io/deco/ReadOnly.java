package io.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that a {@code void} {@link Concurrent} method only reads, so that its
 * caller may go on reading the argument while the call is pending. On a method, the
 * annotation holds for every parameter.
 *
 * @see Modifies
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.METHOD })
public @interface ReadOnly {

}
