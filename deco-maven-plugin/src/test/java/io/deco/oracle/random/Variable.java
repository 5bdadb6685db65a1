package io.deco.oracle.random;

/**
 * A variable that code may name.
 *
 * @param name how it is named
 * @param type its type
 * @param assigned whether code may assign it
 * @param captured whether lambdas may read it
 */
record Variable(String name, String type, boolean assigned, boolean captured) {
}
