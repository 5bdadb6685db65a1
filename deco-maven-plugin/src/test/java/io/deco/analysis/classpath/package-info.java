@NullMarked
package io.deco.analysis.classpath;

import org.jspecify.annotations.NullMarked;
