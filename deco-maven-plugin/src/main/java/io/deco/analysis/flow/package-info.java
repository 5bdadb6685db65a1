/**
 * The values and paths of one method, from its byte code.
 */
@NullMarked
package io.deco.analysis.flow;

import org.jspecify.annotations.NullMarked;
