@NullMarked
package io.deco.analysis;

import org.jspecify.annotations.NullMarked;
