package io.deco.soak;

import io.deco.runtime.AwaitInterruptedException;
import io.deco.soak.Interrupter.Interrupt;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * One application under load, whose every answer is compared with that of the sequential
 * twin.
 */
final class Subject implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final Shapes shapes;

	private final Ledgers ledgers;

	private final Shapes twin;

	private final Ledgers twinLedgers;

	Subject(ConfigurableApplicationContext context, Shapes twin, Ledgers twinLedgers) {
		this.context = context;
		this.shapes = context.getBean(SoakShapes.class);
		this.ledgers = context.getBean(Ledgers.class);
		this.twin = twin;
		this.twinLedgers = twinLedgers;
	}

	void serve(Kind kind, long request, Interrupter interrupter, Tally tally, Violations violations) {
		Ledger expectedTasks = this.twinLedgers.open(request);
		Outcome expected = Outcome.of(() -> this.twin.serve(kind, request));
		this.twinLedgers.close(request);
		Ledger tasks = this.ledgers.open(request);
		Interrupt interrupt = Plan.interrupts(request) ? interrupter.arm() : null;
		Outcome outcome = Outcome.of(() -> this.shapes.serve(kind, request));
		boolean running = tasks.isRunning();
		boolean interruptSent = interrupt != null && interrupt.withdraw();
		boolean flag = Thread.interrupted();
		this.ledgers.close(request);
		String name = kind + " request " + request;
		violations.unless(!running, () -> name + ": a task outlived it");
		violations.unless(interruptSent || !flag, () -> name + ": an interrupt was left over");
		if (interruptSent && outcome.isInterruption()) {
			violations.unless(flag || !(outcome.thrown() instanceof AwaitInterruptedException),
					() -> name + ": the interrupt flag was lost");
			expectAtMostOnce(name, tasks, violations);
		}
		else {
			violations.unless(expected.isLike(outcome),
					() -> "%s: expected %s, was %s".formatted(name, expected.describe(), outcome.describe()));
			expectAtMostOnce(name, tasks, violations);
			expectEachOf(name, expectedTasks, tasks, violations);
		}
		tally.add(kind, outcome, tasks.starts());
	}

	private static void expectAtMostOnce(String name, Ledger tasks, Violations violations) {
		for (int i = 0; i < Ledger.TASKS; i++) {
			int task = i;
			violations.unless(tasks.starts(task) <= 1, () -> "%s: task %d ran twice".formatted(name, task));
		}
	}

	/**
	 * What the twin ran must have run. Calls after a failed one may have run besides.
	 */
	private static void expectEachOf(String name, Ledger expected, Ledger tasks, Violations violations) {
		for (int i = 0; i < Ledger.TASKS; i++) {
			int task = i;
			violations.unless(expected.starts(task) <= tasks.starts(task),
					() -> "%s: task %d was lost".formatted(name, task));
		}
	}

	/**
	 * Returns how many woven methods have forked and not ended.
	 */
	double activeScopes() {
		return this.context.getBean(MeterRegistry.class).get("deco.scope.active").gauge().value();
	}

	/**
	 * Returns how many tasks started after the end of their request.
	 */
	long late() {
		return this.ledgers.late();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
