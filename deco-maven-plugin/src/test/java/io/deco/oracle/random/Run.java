package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import io.deco.oracle.AnnotatedBean;
import io.deco.oracle.Backend;
import io.deco.oracle.Outcome;
import io.deco.oracle.api.Session;
import io.deco.runtime.ConcurrentBeans;
import io.deco.runtime.TaskListener;
import org.jspecify.annotations.Nullable;

/**
 * One run of one program, in classes that other runs use too.
 */
final class Run implements Session {

	private final List<String> effects = Collections.synchronizedList(new ArrayList<>());

	private final int input;

	private final @Nullable Plot plot;

	private final Backend backend;

	private final TaskListener listener;

	private volatile boolean over;

	private Run(int input, @Nullable Plot plot, Backend backend, TaskListener listener) {
		this.input = input;
		this.plot = plot;
		this.backend = backend;
		this.listener = listener;
	}

	static Outcome plain(LoadedProgram program, int input) {
		return new Run(input, null, Backend.of(Runnable::run), TaskListener.NONE).run(program);
	}

	static Outcome woven(LoadedProgram program, int input, Plot plot, TaskListener listener) {
		try (Backend backend = plot.backend().create()) {
			Run run = new Run(input, plot, backend, listener);
			try {
				return run.run(program);
			}
			finally {
				run.over = true;
			}
		}
	}

	private Outcome run(LoadedProgram program) {
		Session.enter(this);
		try {
			return Outcome.of(program.create(), program::classes, this.effects, List.of());
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
		if (this.plot != null && this.plot.registers()) {
			ConcurrentBeans.register(bean,
					new AnnotatedBean(bean.getClass(), this::execute, this.backend, this.listener));
		}
		return bean;
	}

	/**
	 * Refuses tasks when the run is over, so that one that hangs in an endless loop ends.
	 */
	private void execute(Runnable task) {
		if (this.over) {
			throw new RejectedExecutionException("The run is over");
		}
		this.backend.execute(task);
	}

	@Override
	public void effect(String what) {
		this.effects.add(what);
	}

	@Override
	public void together(int calls) {
		throw new UnsupportedOperationException("Random programs do not wait for one another's calls");
	}

}
