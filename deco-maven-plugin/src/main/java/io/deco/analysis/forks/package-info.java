/**
 * Which calls fork, and what takes their results without needing them.
 */
@NullMarked
package io.deco.analysis.forks;

import org.jspecify.annotations.NullMarked;
