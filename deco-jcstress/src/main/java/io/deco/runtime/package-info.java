/**
 * The races of the runtime. Each nested class is one: its actors run at the same time, a
 * great many times, and whatever they then see must be on its list.
 */
@NullMarked
package io.deco.runtime;

import org.jspecify.annotations.NullMarked;
