/**
 * Tests.
 */
@NullMarked
package io.deco.sample.web;

import org.jspecify.annotations.NullMarked;
