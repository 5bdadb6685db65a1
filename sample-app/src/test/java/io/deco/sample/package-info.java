/**
 * Tests.
 */
@NullMarked
package io.deco.sample;

import org.jspecify.annotations.NullMarked;
