/**
 * Tests of how the packages of this module hang together.
 */
@NullMarked
package io.deco;

import org.jspecify.annotations.NullMarked;
