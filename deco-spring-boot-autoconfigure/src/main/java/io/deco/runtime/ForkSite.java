package io.deco.runtime;

import java.lang.invoke.MethodHandle;

/**
 * A place in a woven method where a concurrent call starts. One instance a place, made
 * when the place is first reached.
 *
 * @param index the position among the sites of its method, in program order
 * @param owner the static type of the call's target, a binary class name
 * @param method the name of the called method
 * @param descriptor the descriptor of the called method
 * @param caller the woven method, as {@code com.example.Carts.price}
 * @param file the source file of the caller, empty if unknown
 * @param line the source line of the call, 0 if unknown
 * @param modified a bit for each argument, from the lowest for the first: whether the
 * call may modify it
 * @param modifiesParts whether the call modifies something that is only reached through
 * an argument
 * @param call makes the call: takes the receiver, {@code null} for a static method, and
 * the array of boxed arguments, returns the boxed result, {@code null} for {@code void}
 */
public record ForkSite(int index, String owner, String method, String descriptor, String caller, String file, int line,
		long modified, boolean modifiesParts, MethodHandle call) {

}
