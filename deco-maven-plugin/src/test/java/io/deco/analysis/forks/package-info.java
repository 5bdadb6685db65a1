@NullMarked
package io.deco.analysis.forks;

import org.jspecify.annotations.NullMarked;
