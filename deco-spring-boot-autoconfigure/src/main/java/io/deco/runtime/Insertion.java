package io.deco.runtime;

/**
 * What a map is going to hold for a key.
 *
 * @param value the value
 * @param isNeeded whether something has to be done to the map before it does
 */
record Insertion(Object value, boolean isNeeded) {

}
