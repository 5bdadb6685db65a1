/**
 * What users write: the annotations that say which calls may overlap, which methods are
 * to be woven, and what a method does to its arguments.
 */
@NullMarked
package io.deco;

import org.jspecify.annotations.NullMarked;
