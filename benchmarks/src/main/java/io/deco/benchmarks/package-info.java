/**
 * Measures deco against what a user would write instead.
 */
@NullMarked
package io.deco.benchmarks;

import org.jspecify.annotations.NullMarked;
