/**
 * What a build says of methods that cannot be annotated.
 */
@NullMarked
package io.deco.analysis.settings;

import org.jspecify.annotations.NullMarked;
