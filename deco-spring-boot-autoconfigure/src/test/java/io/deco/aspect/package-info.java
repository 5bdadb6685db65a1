/**
 * Tests of the aspects, as AspectJ weaves them.
 */
@NullMarked
package io.deco.aspect;

import org.jspecify.annotations.NullMarked;
