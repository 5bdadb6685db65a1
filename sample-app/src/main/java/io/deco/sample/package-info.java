/**
 * A web application that shows what deco does to two sequential jobs.
 */
@NullMarked
package io.deco.sample;

import org.jspecify.annotations.NullMarked;
