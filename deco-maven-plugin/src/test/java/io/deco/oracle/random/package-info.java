/**
 * Random programs for the differential oracle.
 * <ul>
 * <li>{@link io.deco.oracle.random.Grammar} holds the forms of expressions and
 * statements, {@link io.deco.oracle.random.ProgramWriter} makes a
 * {@link io.deco.oracle.random.RandomProgram} of them, the same for each seed.</li>
 * <li>{@link io.deco.oracle.random.Batch} compiles and weaves many at once,
 * {@link io.deco.oracle.random.Trial} runs one under adverse schedules.</li>
 * <li>{@link io.deco.oracle.random.Shrinker} makes a program that diverges small,
 * {@link io.deco.oracle.random.Coverage} counts what was tried.</li>
 * </ul>
 */
@NullMarked
package io.deco.oracle.random;

import org.jspecify.annotations.NullMarked;
