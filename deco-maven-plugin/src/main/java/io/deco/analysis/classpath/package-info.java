/**
 * What the byte code of a module, its class path and the JDK declares, read without
 * loading a class.
 */
@NullMarked
package io.deco.analysis.classpath;

import org.jspecify.annotations.NullMarked;
