/**
 * Tests of the auto-configuration.
 */
@NullMarked
package io.deco.autoconfigure;

import org.jspecify.annotations.NullMarked;
