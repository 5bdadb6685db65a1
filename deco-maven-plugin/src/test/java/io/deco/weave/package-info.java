/**
 * Tests of the weaver's parts.
 */
@NullMarked
package io.deco.weave;

import org.jspecify.annotations.NullMarked;
