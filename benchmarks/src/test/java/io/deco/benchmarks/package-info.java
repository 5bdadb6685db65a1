/**
 * Tests.
 */
@NullMarked
package io.deco.benchmarks;

import org.jspecify.annotations.NullMarked;
