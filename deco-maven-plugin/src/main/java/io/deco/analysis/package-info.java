/**
 * Decides which calls of a method may overlap and where they are awaited, and explains
 * why. Writes no byte code.
 */
@NullMarked
package io.deco.analysis;

import org.jspecify.annotations.NullMarked;
