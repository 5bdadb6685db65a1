/**
 * A job that waits for others: one page put together from services and a database.
 */
@NullMarked
package io.deco.sample.dashboard;

import org.jspecify.annotations.NullMarked;
