package io.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that a {@link Concurrent} method modifies: its caller's next use of
 * the argument waits for the call. On a method, the annotation holds for every parameter.
 * <p>
 * A {@code void} method is assumed to modify each mutable argument, unless its byte code
 * shows that it does not or the parameter is marked {@link ReadOnly}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.METHOD })
public @interface Modifies {

}
