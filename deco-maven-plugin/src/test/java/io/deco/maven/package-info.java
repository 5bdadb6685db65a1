/**
 * Tests of the goals.
 */
@NullMarked
package io.deco.maven;

import org.jspecify.annotations.NullMarked;
