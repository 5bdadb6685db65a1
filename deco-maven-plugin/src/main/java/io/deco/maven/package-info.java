/**
 * Parameters in, log out: the goals of the plugin.
 */
@NullMarked
package io.deco.maven;

import org.jspecify.annotations.NullMarked;
