/**
 * What a case of the oracle is written with.
 */
@NullMarked
package io.deco.oracle.api;

import org.jspecify.annotations.NullMarked;
