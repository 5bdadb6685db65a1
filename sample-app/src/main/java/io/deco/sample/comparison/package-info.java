/**
 * Runs each job with deco and without, and compares what they return and how long they
 * take.
 */
@NullMarked
package io.deco.sample.comparison;

import org.jspecify.annotations.NullMarked;
