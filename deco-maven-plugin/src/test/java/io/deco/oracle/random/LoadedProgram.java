package io.deco.oracle.random;

import java.util.List;

import io.deco.oracle.Classes;
import io.deco.oracle.Program;
import io.deco.oracle.api.Case;

/**
 * The classes of a program, loaded.
 *
 * @param main the class of the program
 * @param classes all classes
 */
record LoadedProgram(Class<?> main, List<Class<?>> classes) {

	static LoadedProgram plain(Program program) {
		return load(program, program.plainClasses());
	}

	static LoadedProgram woven(Program program) {
		return load(program, program.wovenClasses());
	}

	/**
	 * The woven form, watched for {@link LateFailures}.
	 */
	static LoadedProgram watched(Program program) {
		return load(program, new Program(program.name(), program.source(), program.plain(),
				LateFailures.watch(program.woven()), program.remarks())
			.wovenClasses());
	}

	private static LoadedProgram load(Program program, Classes loader) {
		List<Class<?>> classes = loader.all();
		return new LoadedProgram(loader.load(program.mainClass()), classes);
	}

	Case create() {
		try {
			return (Case) this.main.getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
