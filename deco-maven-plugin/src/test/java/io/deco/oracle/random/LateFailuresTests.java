package io.deco.oracle.random;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.deco.oracle.Compilation;
import io.deco.oracle.Form;
import io.deco.oracle.Program;
import io.deco.oracle.Programs;
import io.deco.oracle.Schedule;
import io.deco.oracle.Weaving;
import io.deco.runtime.TaskListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run tells whether an operation failed that had been put off.
 */
class LateFailuresTests {

	private static final String SOURCE = """
			package cases.random;

			import io.deco.*;
			import io.deco.oracle.api.*;

			public class P0 extends Case {
				Service service = service(new Service());
				int[] held = new int[1];
				@Synchronized Object divide(int by) {
					int quotient = 6;
					quotient /= service.echo(by);
					service.set(held, by);
					return quotient;
				}
				@Override public Object run() {
					try {
						return divide(input);
					}
					catch (ArithmeticException ex) {
						return held[0];
					}
				}
				static class Service {
					@Concurrent public int echo(int a) {
						return a;
					}
					@Concurrent public void set(@Modifies int[] a, int b) {
						a[0] = b;
					}
				}
			}
			""";

	@TempDir
	private Path folder = Path.of("");

	@Test
	void anOperationThatFailsIsSeenAlthoughItsExceptionIsCaught() throws Exception {
		LoadedProgram watched = LoadedProgram.watched(program());
		assertThat(Run.woven(watched, 0, plot(), TaskListener.NONE).thrown()).isNull();
		assertThat(LateFailures.seen(watched)).isTrue();
	}

	@Test
	void nothingIsSeenIfNoneFails() throws Exception {
		LoadedProgram watched = LoadedProgram.watched(program());
		assertThat(Run.woven(watched, 3, plot(), TaskListener.NONE).result()).isEqualTo("returned Integer 2");
		assertThat(LateFailures.seen(watched)).isFalse();
	}

	private static Plot plot() {
		return new Plot("pool of 1", 0, Schedule.pool(1).backend(), true);
	}

	private Program program() throws Exception {
		Path file = Files.writeString(Files.createDirectories(this.folder.resolve("random")).resolve("P0.java"),
				SOURCE);
		Map<String, byte[]> classes = new Compilation(Form.JAVAC, Programs.classPath()).compile(List.of(file));
		return new Weaving(Programs.classPath()).weave(Map.of("random/P0", SOURCE), classes).get(0);
	}

}
