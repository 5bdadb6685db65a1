/**
 * The differential oracle: runs each case of {@code src/test/cases} plain and woven and
 * compares what can be observed.
 * <ul>
 * <li>{@link io.deco.oracle.Program} is the compiled source of one case,
 * {@link io.deco.oracle.Programs} compiles and weaves them all.</li>
 * <li>{@link io.deco.oracle.Schedule} says how tasks run, from a pool to an executor that
 * refuses, drops or shuffles them.</li>
 * <li>{@link io.deco.oracle.Execution} makes one run in a class loader of its own,
 * {@link io.deco.oracle.Outcome} is what it left.</li>
 * </ul>
 */
@NullMarked
package io.deco.oracle;

import org.jspecify.annotations.NullMarked;
