/**
 * What code may do besides returning a result: what others notice, and what it modifies
 * of its arguments.
 */
@NullMarked
package io.deco.analysis.effects;

import org.jspecify.annotations.NullMarked;
