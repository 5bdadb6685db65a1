/**
 * Tests of the reports.
 */
@NullMarked
package io.deco.report;

import org.jspecify.annotations.NullMarked;
