/**
 * Renders remarks for the console, as text and as JSON.
 */
@NullMarked
package io.deco.report;

import org.jspecify.annotations.NullMarked;
