package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;

/**
 * One run of a stream pipeline whose concurrent calls are made ahead. Lasts until the
 * operation that ends the pipeline has ended, either way, and so do all of its calls.
 * Used by the thread that runs the woven method only.
 */
final class Pipeline {

	private final @Nullable Object owner;

	private final String caller;

	private final List<LookAhead> stages = new ArrayList<>(1);

	private final List<ResultFunction> functions = new ArrayList<>();

	private boolean unchecked;

	Pipeline(@Nullable Object owner, String caller) {
		this.owner = owner;
		this.caller = caller;
	}

	/**
	 * Returns the stream of the results of a stage.
	 * @param elements the stream of its elements
	 * @param function what it makes of them
	 * @param type the type of the results: I, J, D, or L for objects
	 */
	BaseStream<?, ?> map(BaseStream<?, ?> elements, ElementFunction function, char type) {
		return Results.stream(stage(elements.spliterator(), starting(function)), type);
	}

	/**
	 * Notes a function of the operation that comes next.
	 * @return what gives the operation the results of the function
	 */
	ResultFunction result(Function<@Nullable Object, @Nullable Object> prepare) {
		ResultFunction function = new ResultFunction(prepare);
		this.functions.add(function);
		return function;
	}

	/**
	 * Returns the stream of the elements for an operation whose functions were noted,
	 * with their calls made ahead.
	 */
	BaseStream<?, ?> ahead(BaseStream<?, ?> elements) {
		List<ResultFunction> functions = List.copyOf(this.functions);
		this.functions.clear();
		return Results.stream(stage(elements.spliterator(), (calls, element) -> calls.startAll(functions, element)),
				'L');
	}

	/**
	 * Gives each element to a function, and ends the pipeline.
	 */
	void forEach(Spliterator<?> elements, ElementFunction function) {
		LookAhead calls = stage(elements, starting(function));
		try {
			boolean more = true;
			while (more) {
				more = calls.advance((nothing) -> {
				});
			}
		}
		finally {
			end();
		}
	}

	private static LookAhead.Start starting(ElementFunction function) {
		return (calls, element) -> calls.start(function.prepare(), element);
	}

	private LookAhead stage(Spliterator<?> elements, LookAhead.Start start) {
		LookAhead stage = new LookAhead(this, elements, start);
		this.stages.add(stage);
		return stage;
	}

	/**
	 * Whether a stage before another has something to do in its turn.
	 */
	boolean isWaitingBefore(LookAhead stage) {
		for (LookAhead earlier : this.stages) {
			if (earlier == stage) {
				return false;
			}
			if (earlier.isWaiting()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a stage after another has results of earlier elements to hand out.
	 */
	boolean isPendingAfter(LookAhead stage) {
		return this.stages.subList(this.stages.indexOf(stage) + 1, this.stages.size())
			.stream()
			.anyMatch(LookAhead::isPending);
	}

	/**
	 * Ends the calls whose results nobody has taken.
	 */
	void end() {
		for (int i = this.stages.size() - 1; i >= 0; i--) {
			this.stages.get(i).end();
		}
	}

	TaskScope openScope() {
		return new TaskScope(this.owner, this.caller, null);
	}

	/**
	 * Prepares the call for an element.
	 * @param inTurn whether it is the element's turn, so that the function may have
	 * effects
	 */
	@Nullable Object prepare(Function<@Nullable Object, @Nullable Object> function, @Nullable Object element, boolean inTurn) {
		boolean before = this.unchecked;
		this.unchecked = inTurn;
		try {
			return function.apply(element);
		}
		finally {
			this.unchecked = before;
		}
	}

	/**
	 * Called before a function uses an object in a way that is known to be free of
	 * effects for reviewed classes only.
	 */
	void check(@Nullable Object object, Review use) {
		if (!this.unchecked && !ReviewedClasses.allow(use, object)) {
			throw new NotReviewed();
		}
	}

	/**
	 * Says that what comes next is done in its turn, and that later stages have results
	 * of earlier elements to hand out first. The streams between go on where they were
	 * when they are asked again.
	 */
	static final class TooEarly extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TooEarly() {
			super("too early", null, false, false);
		}

	}

	/**
	 * Says that a function may have effects, and must wait for its turn.
	 */
	static final class NotReviewed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private NotReviewed() {
			super("not reviewed", null, false, false);
		}

	}

}
