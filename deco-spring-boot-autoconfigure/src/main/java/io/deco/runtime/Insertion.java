package io.deco.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a map is going to hold for a key.
 *
 * @param value the value
 * @param isNeeded whether something has to be done to the map before it does
 */
record Insertion(@Nullable Object value, boolean isNeeded) {

}
