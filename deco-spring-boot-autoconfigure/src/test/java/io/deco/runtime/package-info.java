/**
 * Tests of the runtime, which play the part of woven code.
 */
@NullMarked
package io.deco.runtime;

import org.jspecify.annotations.NullMarked;
