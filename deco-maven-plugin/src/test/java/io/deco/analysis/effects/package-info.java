@NullMarked
package io.deco.analysis.effects;

import org.jspecify.annotations.NullMarked;
