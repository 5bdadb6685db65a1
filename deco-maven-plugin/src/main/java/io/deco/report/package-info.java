/**
 * Renders remarks for the console, as text, as JSON and as a page.
 */
@NullMarked
package io.deco.report;

import org.jspecify.annotations.NullMarked;
