package io.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that a method changes nothing that others could observe, so that it may run
 * while calls before it are still pending. The promise binds overriding methods too.
 * <p>
 * Annotations of the same simple name, or named {@code Pure}, of any other package mean
 * the same to the weaver.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE })
public @interface SideEffectFree {

}
