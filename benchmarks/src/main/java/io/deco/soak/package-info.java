/**
 * Loads woven methods for a long time and looks for wrong results, lost or doubled tasks,
 * and leaks.
 */
@NullMarked
package io.deco.soak;

import org.jspecify.annotations.NullMarked;
