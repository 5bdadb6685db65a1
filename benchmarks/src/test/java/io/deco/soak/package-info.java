/**
 * Tests.
 */
@NullMarked
package io.deco.soak;

import org.jspecify.annotations.NullMarked;
