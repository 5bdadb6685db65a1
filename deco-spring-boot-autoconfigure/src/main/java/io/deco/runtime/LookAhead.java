package io.deco.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one stage of a pipeline ahead of the element whose result is taken
 * next, and hands the results out in the order of the elements.
 * <p>
 * Elements are taken, and their calls started, until a number of results is pending. What
 * goes wrong with an element is kept until its turn: sequential code would not have come
 * that far. A call that must not be made out of turn, since it may have effects or runs
 * in its caller, is made in its turn, and no element is taken before. The calls left over
 * when the pipeline ends are those that sequential code would not have made; they are
 * dropped or, if they run, awaited, and their failures are nobody's.
 */
final class LookAhead {

	/**
	 * How many calls may be pending: as many as the largest pool has threads by default,
	 * but no endless number.
	 */
	static final int WINDOW = 256;

	private final Pipeline pipeline;

	private final Spliterator<?> elements;

	private final Start start;

	private final Queue<Work<@Nullable Object>> results = new ArrayDeque<>();

	private final LentObjects lent = new LentObjects();

	private @Nullable TaskScope scope;

	private boolean exhausted;

	/**
	 * Whether the last of the results is computed in its turn.
	 */
	private boolean waiting;

	LookAhead(Pipeline pipeline, Spliterator<?> elements, Start start) {
		this.pipeline = pipeline;
		this.elements = elements;
		this.start = start;
	}

	long estimateSize() {
		return this.elements.estimateSize();
	}

	int characteristics() {
		return this.elements.characteristics() & (Spliterator.ORDERED | Spliterator.SIZED);
	}

	static Object primitive(@Nullable Object result) {
		return Objects.requireNonNull(result);
	}

	/**
	 * Hands the next result out.
	 * @return {@code false} if there is none
	 */
	boolean advance(Consumer<? super @Nullable Object> action) {
		takeElements();
		Work<@Nullable Object> next = this.results.poll();
		if (next == null) {
			return false;
		}
		action.accept(perform(next));
		return true;
	}

	static @Nullable Object perform(Work<@Nullable Object> work) {
		try {
			return work.perform();
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

	private void takeElements() {
		while (!this.exhausted && !this.waiting && this.results.size() < WINDOW && !isFailureKnown()
				&& !isOthersTurn()) {
			try {
				if (!this.elements.tryAdvance((element) -> this.results.add(this.start.of(this, element)))) {
					this.exhausted = true;
				}
			}
			catch (Throwable ex) {
				this.exhausted = true;
				this.results.add(() -> {
					throw ex;
				});
			}
		}
	}

	/**
	 * Whether something that an earlier stage does in its turn must not be done before
	 * the results of this stage have been taken.
	 */
	private boolean isOthersTurn() {
		return !this.results.isEmpty() && this.pipeline.isWaitingBefore(this);
	}

	/**
	 * Whether something is done in its turn among what comes next.
	 */
	boolean isWaiting() {
		takeElements();
		return this.waiting;
	}

	/**
	 * If results are left that came before the failure; else what failed was taken.
	 */
	private boolean isFailureKnown() {
		return this.scope != null && !this.results.isEmpty() && this.scope.ownerWait().isFailureKnown();
	}

	/**
	 * Starts the call that a function makes for an element.
	 * @return what gives the function's result, or throws
	 */
	Work<@Nullable Object> start(Function<@Nullable Object, @Nullable Object> function, @Nullable Object element) {
		try {
			Object prepared = this.pipeline.prepare(function, element, false);
			return (prepared instanceof PreparedCall call) ? begin(call) : () -> prepared;
		}
		catch (Pipeline.NotReviewed ex) {
			return inTurn(() -> {
				Object prepared = this.pipeline.prepare(function, element, true);
				return (prepared instanceof PreparedCall call) ? begin(call).perform() : prepared;
			});
		}
	}

	/**
	 * Starts the calls that the functions of an operation make for an element, which the
	 * operation takes itself. If one fails before its call, nothing after it is run.
	 */
	Work<@Nullable Object> startAll(List<ResultFunction> functions, @Nullable Object element) {
		List<Work<@Nullable Object>> results = new ArrayList<>(functions.size());
		for (int i = 0; i < functions.size() && !this.exhausted; i++) {
			results.add(startOrFail(functions.get(i).prepare(), element));
		}
		return () -> {
			for (int i = 0; i < results.size(); i++) {
				functions.get(i).give(results.get(i));
			}
			return element;
		};
	}

	private Work<@Nullable Object> startOrFail(Function<@Nullable Object, @Nullable Object> function,
			@Nullable Object element) {
		if (this.waiting) {
			return () -> start(function, element).perform();
		}
		try {
			return start(function, element);
		}
		catch (Throwable ex) {
			this.exhausted = true;
			return () -> {
				throw ex;
			};
		}
	}

	private Work<@Nullable Object> begin(PreparedCall call) {
		TaskScope scope = scope();
		ConcurrentMethod method = scope.forker().find(call.site(), call.receiver());
		if (method == null) {
			return inTurn(call::make);
		}
		String inlineReason = scope.forker().inlineReason(method);
		Forker.awaitWritesTo(call.arguments());
		if (inlineReason != null) {
			return inTurn(() -> {
				QuietListener.of(method).inlined(inlineReason);
				return Forker.runHere(method, call);
			});
		}
		Carrier carrier = scope.forker().start(method, call, this.lent);
		return () -> scope.awaitAlone(carrier);
	}

	private Work<@Nullable Object> inTurn(Work<@Nullable Object> work) {
		this.waiting = true;
		return () -> {
			this.waiting = false;
			return work.perform();
		};
	}

	private TaskScope scope() {
		if (this.scope == null) {
			this.scope = this.pipeline.openScope();
		}
		return this.scope;
	}

	void end() {
		this.exhausted = true;
		this.results.clear();
		if (this.scope != null) {
			this.scope.endAll();
		}
	}

	/**
	 * Starts what is to be done for an element.
	 */
	interface Start {

		/**
		 * Starts the calls for an element.
		 * @return what gives the result that is handed out
		 */
		Work<@Nullable Object> of(LookAhead calls, @Nullable Object element);

	}

}
