/**
 * Carries a method plan out in byte code. Decides nothing.
 */
@NullMarked
package io.deco.weave;

import org.jspecify.annotations.NullMarked;
