package io.deco.runtime;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs random programs as woven code and as sequential code, and compares what they leave
 * behind.
 */
@Timeout(120)
class RandomProgramTests {

	private static final int PROGRAMS = 2000;

	@RegisterExtension
	private final Pools pools = new Pools();

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 8 })
	void leaveTheSameBehind(int threads) {
		Executor executor = (threads == 0) ? (task) -> {
		} : this.pools.pool(threads);
		long base = System.nanoTime();
		for (long seed = base; seed < base + PROGRAMS; seed++) {
			RandomProgram program = new RandomProgram(new Random(seed));
			String expected = outcome(new SequentialMachine(), program);
			String actual = wovenOutcome(executor, program);
			assertThat(actual).as("seed %dL, %d threads, program %s", seed, threads, program).isEqualTo(expected);
		}
		assertThat(ScopeChain.isEmptyEverywhere()).isTrue();
	}

	private static String wovenOutcome(Executor executor, RandomProgram program) {
		WovenMachine machine = new WovenMachine(executor);
		String[] outcome = new String[1];
		try {
			WovenMethod.invoke(machine.method, (woven) -> {
				machine.woven = woven;
				outcome[0] = "returned " + machine.use(program.run(machine));
				return null;
			});
		}
		catch (Throwable ex) {
			outcome[0] = "threw " + ex.getMessage();
		}
		return outcome[0] + " " + Arrays.toString(machine.cells);
	}

	private static String outcome(RandomProgram.Machine machine, RandomProgram program) {
		String outcome;
		try {
			outcome = "returned " + machine.use(program.run(machine));
		}
		catch (RandomProgram.Failed ex) {
			outcome = "threw " + ex.getMessage();
		}
		return outcome + " " + Arrays.toString(machine.cells);
	}

	/**
	 * What the program means.
	 */
	private static final class SequentialMachine extends RandomProgram.Machine {

		@Override
		Object call(int site, boolean modifies, WovenMethod.Call call, Object... arguments) {
			try {
				Object value = call.with(arguments);
				return (value != null) ? value : 0;
			}
			catch (Throwable ex) {
				throw Thrown.asIs(ex);
			}
		}

		@Override
		int use(@Nullable Object carried) {
			return (carried instanceof Integer number) ? number : 0;
		}

		@Override
		void write(Cell cell, Object value) {
			cell.value = use(value);
		}

		@Override
		int read(Cell cell) {
			return cell.value;
		}

		@Override
		void guard(int from, int to, Runnable body, RandomProgram.Handler handler) {
			try {
				body.run();
			}
			catch (RandomProgram.Failed ex) {
				handler.handle(ex);
			}
		}

	}

	/**
	 * What the weaver would make of it.
	 */
	private static final class WovenMachine extends RandomProgram.Machine {

		private final Concurrency method;

		private @Nullable WovenMethod woven;

		WovenMachine(Executor executor) {
			this.method = new Concurrency(executor);
		}

		private WovenMethod woven() {
			if (this.woven == null) {
				throw new IllegalStateException("Not running");
			}
			return this.woven;
		}

		@Override
		Object call(int site, boolean modifies, WovenMethod.Call call, Object... arguments) {
			this.method.inlineReason = (site % 11 == 3) ? "transaction" : null;
			Object carried = modifies ? woven().forkModifying(site, call, arguments)
					: woven().fork(site, call, arguments);
			return (carried != null) ? carried : 0;
		}

		@Override
		int use(@Nullable Object carried) {
			return (woven().await(carried) instanceof Integer number) ? number : 0;
		}

		@Override
		void write(Cell cell, Object value) {
			woven().write(cell, "value", value);
		}

		@Override
		int read(Cell cell) {
			WovenCalls.awaitModified(woven().scope, cell);
			WovenCalls.beforeRead(cell, RandomProgram.Machine.Cell.class.getName(), "value");
			return cell.value;
		}

		@Override
		void guard(int from, int to, Runnable body, RandomProgram.Handler handler) {
			TaskScope scope = woven().scope;
			try {
				body.run();
				WovenCalls.awaitSites(scope, from, to);
			}
			catch (Throwable ex) {
				Throwable settled = WovenCalls.settle(scope, ex, from, to);
				if (WovenCalls.escapes(scope, from, to)) {
					throw Thrown.asIs(settled);
				}
				handler.handle(settled);
			}
		}

	}

}
