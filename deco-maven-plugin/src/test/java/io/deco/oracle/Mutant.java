package io.deco.oracle;

import java.util.List;

/**
 * Runs the oracle until it finds a difference. Exits with 0 if there is none, with
 * {@link #KILLED} if there is, and the first line says where.
 */
final class Mutant {

	static final int KILLED = 3;

	private Mutant() {
	}

	public static void main(String[] arguments) {
		String killer = killer();
		System.out.println((killer != null) ? killer : "no case differs");
		System.exit((killer != null) ? KILLED : 0);
	}

	private static @org.jspecify.annotations.Nullable String killer() {
		try {
			for (Program program : Programs.all()) {
				if (program.woven().isEmpty()) {
					return program.name() + " is not woven";
				}
			}
			for (Schedule schedule : Schedule.all()) {
				for (Program program : Programs.all()) {
					if (Execution.ends(program, schedule) && differs(program, schedule)) {
						return program.name() + " [" + schedule + "]";
					}
				}
			}
			return null;
		}
		catch (RuntimeException | LinkageError ex) {
			return "the weaver fails: " + ex;
		}
	}

	private static boolean differs(Program program, Schedule schedule) {
		for (int input = 0; input < Execution.inputs(program); input++) {
			try {
				if (!Execution.woven(program, input, schedule).equalsPlain(Execution.plain(program, input))) {
					return true;
				}
			}
			catch (IllegalStateException | LinkageError | AssertionError ex) {
				return true;
			}
		}
		return false;
	}

}
