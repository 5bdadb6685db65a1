package io.deco.runtime;

import java.lang.invoke.MethodHandle;

/**
 * A place in a woven method where something is computed from pending results: an
 * operator, a conversion, a cast, or a call that depends on its operands alone.
 *
 * @param index the number of the place among the sites of its method
 * @param immutable whether the result can never change
 * @param operation computes: takes the array of operands, boxed, and returns the result
 */
public record ComputationSite(int index, boolean immutable, MethodHandle operation) {

}
