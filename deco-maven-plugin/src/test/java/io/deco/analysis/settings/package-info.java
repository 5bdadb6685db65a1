@NullMarked
package io.deco.analysis.settings;

import org.jspecify.annotations.NullMarked;
