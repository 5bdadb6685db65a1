/**
 * Weaves whole libraries, as if each of their methods were synchronized and many of their
 * calls concurrent, and runs their own test suites on what came out.
 * <ul>
 * <li>{@link io.deco.oracle.stress.AnnotatedLibrary} puts the annotations into the byte
 * code of a library, so that the weaver sees nothing unusual; {@link Choice} says which
 * calls are concurrent.</li>
 * <li>{@link io.deco.oracle.stress.WovenLibrary} weaves it, and loads every class.</li>
 * <li>{@link io.deco.oracle.stress.Suite} runs a test suite in a JVM of its own, where
 * {@link StressCalls} takes every object for a concurrent bean.</li>
 * </ul>
 */
@NullMarked
package io.deco.oracle.stress;

import org.jspecify.annotations.NullMarked;
