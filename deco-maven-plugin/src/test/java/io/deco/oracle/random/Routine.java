package io.deco.oracle.random;

import java.util.List;

/**
 * A method of a program that other code of it calls.
 *
 * @param name how a call names it
 * @param result its type, or {@code void}
 * @param parameters the types of its parameters
 * @param checked whether it declares a checked exception
 * @param looping whether it takes long, and is not called in loops
 * @param concurrent whether it starts tasks
 */
record Routine(String name, String result, List<String> parameters, boolean checked, boolean looping,
		boolean concurrent) {
}
