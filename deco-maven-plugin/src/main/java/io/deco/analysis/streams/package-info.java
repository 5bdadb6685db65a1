/**
 * The pipelines of streams, and the code that they run for each element.
 */
@NullMarked
package io.deco.analysis.streams;

import org.jspecify.annotations.NullMarked;
