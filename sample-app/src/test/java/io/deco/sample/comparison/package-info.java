/**
 * Tests.
 */
@NullMarked
package io.deco.sample.comparison;

import org.jspecify.annotations.NullMarked;
