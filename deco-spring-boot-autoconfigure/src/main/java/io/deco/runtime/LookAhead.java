package io.deco.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one stage of a pipeline ahead of the element whose result is handed
 * on next, and hands the results on in the order of the elements.
 * <p>
 * Elements come as sequential code would give them to the stage, by one and the same
 * iteration. Their calls are started, and their results handed on when many are pending
 * or there are no more elements. A call that must not be made out of turn, since it may
 * have effects or runs in its caller, is made as soon as its element comes, after all
 * results that are pending here and in later stages have been handed on; what fails for
 * an element does so then. If a later stage may have to do that, this one makes no call
 * ahead. The calls left over when the pipeline ends are those that sequential code would
 * not have made; they are dropped or, if they run, awaited, and their failures are
 * nobody's.
 */
final class LookAhead {

	/**
	 * How many calls may be pending: as many as the largest pool has threads by default,
	 * but no endless number.
	 */
	static final int WINDOW = 256;

	private final Pipeline pipeline;

	private final Elements elements;

	private final Start start;

	private final List<BooleanSupplier> conditions;

	private final Queue<Work<@Nullable Object>> results = new ArrayDeque<>();

	private final LentObjects lent = new LentObjects();

	private Consumer<? super @Nullable Object> taker = (nothing) -> {
	};

	private @Nullable LookAhead next;

	private @Nullable TaskScope scope;

	/**
	 * Whether what comes next is done in its turn.
	 */
	private boolean waiting;

	/**
	 * Creates a stage.
	 * @param conditions what must hold for its calls to be made ahead, as far as it can
	 * be told without an element
	 */
	LookAhead(Pipeline pipeline, Elements elements, Start start, List<BooleanSupplier> conditions) {
		this.pipeline = pipeline;
		this.elements = elements;
		this.start = start;
		this.conditions = conditions;
	}

	/**
	 * Says which stage comes next.
	 */
	void precede(LookAhead next) {
		this.next = next;
	}

	static Object primitive(@Nullable Object result) {
		return Objects.requireNonNull(result);
	}

	/**
	 * Takes all elements, and hands their results on. What went wrong with an element
	 * comes first if it is before what ended the iteration.
	 */
	void forEach(Consumer<? super @Nullable Object> taker) {
		this.taker = taker;
		try {
			this.elements.forEach(this::take);
		}
		finally {
			handOn();
		}
	}

	private void take(@Nullable Object element) {
		this.waiting = isFailureKnown() || !mayGoAhead();
		if (this.waiting) {
			handOn();
		}
		Work<@Nullable Object> result = this.start.of(this, element);
		if (this.waiting) {
			handOn();
			for (LookAhead later = this.next; later != null; later = later.next) {
				later.handOn();
			}
			handOn(result);
		}
		else {
			this.results.add(result);
			if (this.results.size() == WINDOW) {
				handOn(this.results.remove());
			}
		}
	}

	/**
	 * Hands all results on that are pending.
	 */
	void handOn() {
		while (!this.results.isEmpty()) {
			handOn(this.results.remove());
		}
	}

	private void handOn(Work<@Nullable Object> result) {
		try {
			this.taker.accept(perform(result));
		}
		catch (Throwable ex) {
			this.results.clear();
			throw ex;
		}
	}

	static @Nullable Object perform(Work<@Nullable Object> work) {
		try {
			return work.perform();
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

	/**
	 * If results are left that came before the failure; else what failed was handed on.
	 */
	private boolean isFailureKnown() {
		return this.scope != null && !this.results.isEmpty() && this.scope.ownerWait().isFailureKnown();
	}

	/**
	 * Whether no later stage may have to make a call in its turn.
	 */
	private boolean mayGoAhead() {
		for (LookAhead later = this.next; later != null; later = later.next) {
			for (BooleanSupplier condition : later.conditions) {
				if (!condition.getAsBoolean()) {
					return false;
				}
			}
		}
		return true;
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
		catch (Throwable ex) {
			return inTurn(() -> {
				throw ex;
			});
		}
	}

	/**
	 * Starts the calls that the functions of an operation make for an element, which the
	 * operation takes itself. What comes after one that is done in its turn is so, too.
	 */
	Work<@Nullable Object> startAll(List<ResultFunction> functions, @Nullable Object element) {
		List<Work<@Nullable Object>> results = new ArrayList<>(functions.size());
		for (ResultFunction function : functions) {
			results.add((this.waiting) ? () -> start(function.prepare(), element).perform()
					: start(function.prepare(), element));
		}
		return () -> {
			for (int i = 0; i < results.size(); i++) {
				functions.get(i).give(results.get(i));
			}
			return element;
		};
	}

	private Work<@Nullable Object> begin(PreparedCall call) {
		TaskScope scope = scope();
		ConcurrentMethod method = Forker.find(scope, call.site(), call.receiver());
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
		return work;
	}

	private TaskScope scope() {
		if (this.scope == null) {
			this.scope = this.pipeline.openScope();
		}
		return this.scope;
	}

	void end() {
		this.results.clear();
		if (this.scope != null) {
			this.scope.endAll();
		}
	}

	/**
	 * What gives all elements to a stage, one after the other.
	 */
	interface Elements {

		void forEach(Consumer<@Nullable Object> taker);

	}

	/**
	 * Starts what is to be done for an element.
	 */
	interface Start {

		/**
		 * Starts the calls for an element.
		 * @return what gives the result that is handed on
		 */
		Work<@Nullable Object> of(LookAhead calls, @Nullable Object element);

	}

}
