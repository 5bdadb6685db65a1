/**
 * Tests.
 */
@NullMarked
package io.deco.runtime;

import org.jspecify.annotations.NullMarked;
