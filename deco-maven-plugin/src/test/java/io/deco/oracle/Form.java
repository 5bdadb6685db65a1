package io.deco.oracle;

import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * How the cases are compiled.
 */
public enum Form {

	/** By the JDK's compiler, with all debug information. */
	JAVAC,

	/** By the JDK's compiler, without any debug information. */
	STRIPPED,

	/** By the compiler of Eclipse. */
	ECJ;

	JavaCompiler compiler() {
		return (this == ECJ) ? new EclipseCompiler() : ToolProvider.getSystemJavaCompiler();
	}

	List<String> options() {
		return switch (this) {
			case JAVAC -> List.of("--release", "17", "-g", "-parameters");
			case STRIPPED -> List.of("--release", "17", "-g:none");
			case ECJ -> List.of("-source", "17", "-target", "17", "-g");
		};
	}

}
