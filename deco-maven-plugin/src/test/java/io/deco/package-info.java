@NullMarked
package io.deco;

import org.jspecify.annotations.NullMarked;
