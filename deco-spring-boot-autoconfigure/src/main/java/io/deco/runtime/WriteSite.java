package io.deco.runtime;

import java.lang.invoke.MethodHandle;

/**
 * A place in a woven method where a pending result is written to a field.
 *
 * @param owner the class that declares the field, a binary class name
 * @param field the name of the field
 * @param caller the woven method, as {@code com.example.Carts.price}
 * @param file the source file of the caller, empty if unknown
 * @param line the source line of the write, 0 if unknown
 * @param setter makes the write: takes the target, {@code null} for a static field, and
 * the boxed value
 */
public record WriteSite(String owner, String field, String caller, String file, int line, MethodHandle setter) {

}
