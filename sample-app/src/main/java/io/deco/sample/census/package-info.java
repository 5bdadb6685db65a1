/**
 * A job that needs the processor: what the modules of the running JDK hold.
 */
@NullMarked
package io.deco.sample.census;

import org.jspecify.annotations.NullMarked;
