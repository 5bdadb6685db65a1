/**
 * Tests.
 */
@NullMarked
package io.deco.sample.census;

import org.jspecify.annotations.NullMarked;
