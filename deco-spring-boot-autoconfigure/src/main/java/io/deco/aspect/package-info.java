/**
 * Entry points for AspectJ: they hold no logic, and hand over to the runtime.
 */
@NullMarked
package io.deco.aspect;

import org.jspecify.annotations.NullMarked;
