package io.deco.runtime;

import java.lang.invoke.MethodHandle;

/**
 * A place in a woven method where something is stored in an array or a collection.
 *
 * @param index the number of the place among the sites of its method
 * @param operation what is called, as {@code java.util.Map.put}, or {@code []} for an
 * array
 * @param plainKeys whether the first operand's static type shows that its {@code equals}
 * and {@code hashCode} only read what never changes
 * @param caller the woven method, as {@code com.example.Carts.price}
 * @param file the source file of the caller, empty if unknown
 * @param line the source line of the store, 0 if unknown
 * @param store makes the store: takes the target and the array of the other operands,
 * boxed
 */
public record StoreSite(int index, String operation, boolean plainKeys, String caller, String file, int line,
		MethodHandle store) {

	/**
	 * Whether the store may make its target larger.
	 */
	boolean isInsertion() {
		return !this.operation.endsWith(".set");
	}

}
