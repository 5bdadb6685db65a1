package io.deco.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * A program of concurrent calls that read, modify, fail and depend on one another, of
 * writes and reads of fields, of loops, and of regions with handlers.
 */
final class RandomProgram {

	private static final int SLOTS = 4;

	private final Random random;

	private final List<Step> steps;

	/**
	 * Whether calls fail. If so, none modifies anything: a call after one that fails may
	 * have run, and that is the user's part of the contract.
	 */
	private final boolean fails;

	private int sites;

	RandomProgram(Random random) {
		this.random = random;
		this.fails = random.nextBoolean();
		this.steps = block(3);
	}

	/**
	 * Runs the program.
	 * @return a result that may be pending
	 */
	@Nullable Object run(Machine machine) {
		Object[] slots = new Object[SLOTS];
		Arrays.fill(slots, 0);
		runAll(this.steps, machine, slots);
		return slots[0];
	}

	private static void runAll(List<Step> steps, Machine machine, Object[] slots) {
		for (Step step : steps) {
			step.run(machine, slots);
		}
	}

	private List<Step> block(int depth) {
		List<Step> block = new ArrayList<>();
		for (int length = 1 + this.random.nextInt(6); length > 0; length--) {
			block.add(step(depth));
		}
		return block;
	}

	private Step step(int depth) {
		int slot = this.random.nextInt(SLOTS);
		int other = this.random.nextInt(SLOTS);
		int cell = this.random.nextInt(Machine.CELLS);
		return switch (this.random.nextInt((depth > 0) ? 10 : 8)) {
			case 0, 1 -> add(slot, other);
			case 2 -> sum(slot, cell, other);
			case 3 -> this.fails ? fail(slot) : modify(slot, cell);
			case 4 -> new Step("c" + cell + " = s" + slot,
					(machine, slots) -> machine.write(machine.cells[cell], slots[slot]));
			case 5 -> new Step("s" + slot + " = c" + cell,
					(machine, slots) -> slots[slot] = machine.read(machine.cells[cell]));
			case 6 -> new Step("s" + slot + " = use(s" + other + ") + 1",
					(machine, slots) -> slots[slot] = machine.use(slots[other]) + 1);
			case 7 -> fail(slot);
			case 8 -> loop(depth);
			default -> guard(depth);
		};
	}

	private Step add(int slot, int other) {
		int site = this.sites++;
		return new Step("s%d = add#%d(s%d, s%d)".formatted(slot, site, slot, other),
				(machine,
						slots) -> slots[slot] = machine.call(site, false,
								(arguments) -> 31 * number(arguments[0]) + number(arguments[1]) + site, slots[slot],
								slots[other]));
	}

	private Step sum(int slot, int cell, int other) {
		int site = this.sites++;
		return new Step("s%d = sum#%d(c%d, s%d)".formatted(slot, site, cell, other),
				(machine,
						slots) -> slots[slot] = machine.call(site, false,
								(arguments) -> cell(arguments[0]).value + number(arguments[1]), machine.cells[cell],
								slots[other]));
	}

	private Step modify(int slot, int cell) {
		int site = this.sites++;
		return new Step("modify#%d(c%d, s%d)".formatted(site, cell, slot),
				(machine, slots) -> machine.call(site, true, (arguments) -> {
					Machine.Cell modified = cell(arguments[0]);
					modified.value = 31 * modified.value + number(arguments[1]) + site;
					return null;
				}, machine.cells[cell], slots[slot]));
	}

	private Step fail(int slot) {
		int site = this.sites++;
		boolean fails = this.fails && this.random.nextInt(3) == 0;
		return new Step("s%d = %s#%d(s%d)".formatted(slot, fails ? "fail" : "pass", site, slot),
				(machine, slots) -> slots[slot] = machine.call(site, false, (arguments) -> {
					if (fails) {
						throw new Failed(site + " of " + number(arguments[0]));
					}
					return arguments[0];
				}, slots[slot]));
	}

	private Step loop(int depth) {
		int times = 1 + this.random.nextInt(4);
		List<Step> body = block(depth - 1);
		return new Step(times + " times " + body, (machine, slots) -> {
			for (int i = 0; i < times; i++) {
				runAll(body, machine, slots);
			}
		});
	}

	private Step guard(int depth) {
		int from = this.sites;
		List<Step> body = block(depth - 1);
		int to = this.sites;
		List<Step> handler = block(0);
		return new Step("try " + body + " catch " + handler,
				(machine, slots) -> machine.guard(from, to, () -> runAll(body, machine, slots), (thrown) -> {
					Arrays.fill(slots, String.valueOf(thrown.getMessage()).hashCode());
					runAll(handler, machine, slots);
				}));
	}

	private static int number(@Nullable Object argument) {
		return (argument instanceof Integer number) ? number : 0;
	}

	private static Machine.Cell cell(@Nullable Object argument) {
		if (argument instanceof Machine.Cell cell) {
			return cell;
		}
		throw new IllegalArgumentException("Not a cell: " + argument);
	}

	@Override
	public String toString() {
		return this.steps.toString();
	}

	/**
	 * What runs a program.
	 */
	abstract static class Machine {

		static final int CELLS = 3;

		final Cell[] cells = { new Cell(), new Cell(), new Cell() };

		abstract Object call(int site, boolean modifies, WovenMethod.Call call, Object... arguments);

		abstract int use(@Nullable Object carried);

		abstract void write(Cell cell, Object value);

		abstract int read(Cell cell);

		abstract void guard(int from, int to, Runnable body, Handler handler);

		static final class Cell {

			int value;

			@Override
			public String toString() {
				return Integer.toString(this.value);
			}

		}

	}

	/**
	 * What a handler does.
	 */
	@FunctionalInterface
	interface Handler {

		void handle(Throwable thrown);

	}

	/**
	 * What a step does.
	 */
	@FunctionalInterface
	private interface Action {

		void run(Machine machine, Object[] slots);

	}

	private record Step(String text, Action action) {

		void run(Machine machine, Object[] slots) {
			this.action.run(machine, slots);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * What a call throws.
	 */
	static final class Failed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Failed(String message) {
			super(message);
		}

	}

}
