/**
 * Turns {@code deco.*} properties into beans: pools, the advice for concurrent beans,
 * metrics, the endpoint and start-up checks.
 */
@NullMarked
package io.deco.autoconfigure;

import org.jspecify.annotations.NullMarked;
