package io.deco.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;
import io.deco.oracle.api.NeedsProgress;
import io.deco.oracle.api.Session;
import io.deco.runtime.ConcurrentBeans;
import org.jspecify.annotations.Nullable;

/**
 * One run of one case.
 */
final class Execution implements Session {

	private final List<String> effects = Collections.synchronizedList(new ArrayList<>());

	private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

	private final ConcurrentMap<Integer, Meeting> meetings = new ConcurrentHashMap<>();

	private final int input;

	private final @Nullable Schedule schedule;

	private final Backend backend;

	private final int threads;

	private volatile boolean over;

	private Execution(int input, @Nullable Schedule schedule, Backend backend, int threads) {
		this.input = input;
		this.schedule = schedule;
		this.backend = backend;
		this.threads = threads;
	}

	static int inputs(Program program) {
		Inputs inputs = program.plainClasses().load(program.mainClass()).getAnnotation(Inputs.class);
		return (inputs != null) ? inputs.value() : 1;
	}

	/**
	 * Whether a program ends under a schedule.
	 */
	static boolean ends(Program program, Schedule schedule) {
		return schedule.runsAll()
				|| !program.plainClasses().load(program.mainClass()).isAnnotationPresent(NeedsProgress.class);
	}

	static Outcome plain(Program program, int input) {
		Execution execution = new Execution(input, null, Backend.of(Runnable::run), 0);
		return Patience.call(program.name(), () -> execution.run(program.plainClasses(), program));
	}

	static Outcome woven(Program program, int input, Schedule schedule) {
		try (Backend backend = schedule.backend().create()) {
			Execution execution = new Execution(input, schedule, backend, schedule.threads());
			try {
				return Patience.call(program.name(), () -> execution.run(program.wovenClasses(), program));
			}
			finally {
				execution.over = true;
			}
		}
	}

	private Outcome run(Classes classes, Program program) {
		Session.enter(this);
		try {
			Case object = (Case) classes.load(program.mainClass()).getDeclaredConstructor().newInstance();
			return Outcome.of(object, classes::all, this.effects, this.problems);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("A case needs a public constructor without parameters", ex);
		}
		finally {
			Session.enter(null);
		}
	}

	@Override
	public int input() {
		return this.input;
	}

	@Override
	public <T> T service(T bean) {
		if (this.schedule != null && this.schedule.registers()) {
			ConcurrentBeans.register(bean, new AnnotatedBean(bean.getClass(), executor(), this.backend::inlineReason));
		}
		return bean;
	}

	/**
	 * Refuses tasks when the run is over, so that one that hangs in an endless loop ends.
	 */
	private Executor executor() {
		return (task) -> {
			if (this.over) {
				throw new RejectedExecutionException("The run is over");
			}
			this.backend.execute(task);
		};
	}

	@Override
	public void effect(String what) {
		this.effects.add(what);
	}

	@Override
	public void together(int calls) {
		if (calls <= this.threads && !this.meetings.computeIfAbsent(calls, Meeting::new).join()) {
			this.problems.add("Fewer than " + calls + " calls overlapped");
		}
	}

}
