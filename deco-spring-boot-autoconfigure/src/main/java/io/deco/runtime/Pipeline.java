package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.function.BooleanSupplier;
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

	private final List<BooleanSupplier> conditions = new ArrayList<>();

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
		Spliterator<?> source = elements.spliterator();
		return Results.stream(source, stage(source::forEachRemaining, starting(function)), type);
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
		Spliterator<?> source = elements.spliterator();
		return Results.streamOfElements(source,
				stage(source::forEachRemaining, (calls, element) -> calls.startAll(functions, element)));
	}

	/**
	 * Gives each element to a function, and ends the pipeline.
	 */
	void forEach(LookAhead.Elements elements, ElementFunction function) {
		try {
			stage(elements, starting(function)).forEach((nothing) -> {
			});
		}
		finally {
			end();
		}
	}

	private static LookAhead.Start starting(ElementFunction function) {
		return (calls, element) -> calls.start(function.prepare(), element);
	}

	/**
	 * Notes what must hold for the calls of the operation that comes next to be made
	 * ahead.
	 */
	void mayOverlapIf(BooleanSupplier condition) {
		this.conditions.add(condition);
	}

	private LookAhead stage(LookAhead.Elements elements, LookAhead.Start start) {
		LookAhead stage = new LookAhead(this, elements, start, List.copyOf(this.conditions));
		this.conditions.clear();
		if (!this.stages.isEmpty()) {
			this.stages.get(this.stages.size() - 1).precede(stage);
		}
		this.stages.add(stage);
		return stage;
	}

	/**
	 * Ends the calls whose results nobody has taken.
	 */
	void end() {
		for (int i = this.stages.size() - 1; i >= 0; i--) {
			this.stages.get(i).end();
		}
	}

	/**
	 * Whether a call would be that of a concurrent bean.
	 * @param receiver its target, {@code null} for a static method
	 */
	boolean isConcurrent(@Nullable Object receiver, String method, String descriptor) {
		Object target = (receiver != null) ? receiver : this.owner;
		return target != null && ConcurrentBeans.find(target, method, descriptor) != null;
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
	 * Says that a function may have effects, and must wait for its turn.
	 */
	static final class NotReviewed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private NotReviewed() {
			super("not reviewed", null, false, false);
		}

	}

}
