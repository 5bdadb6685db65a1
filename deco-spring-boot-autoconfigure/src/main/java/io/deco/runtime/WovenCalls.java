package io.deco.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;

/**
 * What woven code calls, and nothing else does.
 * <p>
 * A local or stack slot of a woven method that may be pending holds an {@code Object}:
 * the boxed value, or a carrier that stands for it. Each invocation opens a scope, hands
 * it to every call here, and closes or aborts it on every exit path.
 */
public final class WovenCalls {

	private static final MethodType CALL = MethodType.methodType(Object.class, Object.class, Object[].class);

	private static final MethodType STORE = MethodType.methodType(void.class, Object.class, Object[].class);

	private static final MethodType COMPUTATION = MethodType.methodType(Object.class, Object[].class);

	private static final Review[] USES = { Review.ITERATION, Review.READS, Review.LOOKUPS };

	private WovenCalls() {
	}

	/**
	 * Bootstraps a {@code ()ForkSite}.
	 * @param lookup the woven class's own
	 * @param name ignored
	 * @param type {@code ()ForkSite}
	 * @param call makes the call, see {@link ForkSite#call()}
	 * @param index the position among the sites of the method
	 * @param owner the static type of the call's target
	 * @param method the name of the called method
	 * @param descriptor its descriptor
	 * @param caller the woven method
	 * @param file the source file of the caller
	 * @param line the source line of the call
	 * @param modified a bit for each argument that the call may modify
	 * @param traits 1 if the call modifies something that is only reached through an
	 * argument, and 2 if its result may be a collection of the program
	 * @return the call site
	 */
	public static CallSite forkSite(MethodHandles.Lookup lookup, String name, MethodType type, MethodHandle call,
			int index, String owner, String method, String descriptor, String caller, String file, int line,
			long modified, int traits) {
		ForkSite site = new ForkSite(index, owner, method, descriptor, caller, file, line, modified, (traits & 1) != 0,
				(traits & 2) != 0, call.asFixedArity().asType(CALL));
		return new ConstantCallSite(MethodHandles.constant(ForkSite.class, site).asType(type));
	}

	/**
	 * Bootstraps a {@code ()WriteSite}.
	 * @param lookup the woven class's own
	 * @param name ignored
	 * @param type {@code ()WriteSite}
	 * @param setter makes the write: takes the target, which it ignores for a static
	 * field, and the value
	 * @param owner the class that declares the field
	 * @param field the name of the field
	 * @param caller the woven method
	 * @param file the source file of the caller
	 * @param line the source line of the write
	 * @return the call site
	 */
	public static CallSite writeSite(MethodHandles.Lookup lookup, String name, MethodType type, MethodHandle setter,
			String owner, String field, String caller, String file, int line) {
		MethodHandle adapted = FieldWrite.adapt(setter, isStatic(lookup, setter, owner, field));
		WriteSite site = new WriteSite(owner, field, caller, file, line, adapted);
		return new ConstantCallSite(MethodHandles.constant(WriteSite.class, site).asType(type));
	}

	/**
	 * Bootstraps a {@code ()StoreSite}.
	 * @param lookup the woven class's own
	 * @param name ignored
	 * @param type {@code ()StoreSite}
	 * @param store makes the store: takes the target and the array of other operands
	 * @param index the number of the place among the sites of its method
	 * @param operation what is called
	 * @param plainKeys 1 if the first operand's static type shows that it can be hashed
	 * at any time, else 0
	 * @param caller the woven method
	 * @param file the source file of the caller
	 * @param line the source line of the store
	 * @return the call site
	 */
	public static CallSite storeSite(MethodHandles.Lookup lookup, String name, MethodType type, MethodHandle store,
			int index, String operation, int plainKeys, String caller, String file, int line) {
		StoreSite site = new StoreSite(index, operation, plainKeys != 0, caller, file, line,
				store.asFixedArity().asType(STORE));
		return new ConstantCallSite(MethodHandles.constant(StoreSite.class, site).asType(type));
	}

	/**
	 * Bootstraps a {@code ()ComputationSite}.
	 * @param lookup the woven class's own
	 * @param name ignored
	 * @param type {@code ()ComputationSite}
	 * @param operation computes: takes the array of operands
	 * @param index the number of the place among the sites of its method
	 * @param immutable 1 if the result can never change, else 0
	 * @return the call site
	 */
	public static CallSite computationSite(MethodHandles.Lookup lookup, String name, MethodType type,
			MethodHandle operation, int index, int immutable) {
		ComputationSite site = new ComputationSite(index, immutable != 0, operation.asFixedArity().asType(COMPUTATION));
		return new ConstantCallSite(MethodHandles.constant(ComputationSite.class, site).asType(type));
	}

	/**
	 * If the class cannot be found, the field is taken for one of an object: its writes
	 * then wait, rather than being deferred.
	 */
	private static boolean isStatic(MethodHandles.Lookup lookup, MethodHandle setter, String owner, String field) {
		if (setter.type().parameterCount() < 2) {
			return true;
		}
		try {
			ClassLoader loader = lookup.lookupClass().getClassLoader();
			Field declared = Class.forName(owner, false, loader).getDeclaredField(field);
			return Modifier.isStatic(declared.getModifiers());
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			return false;
		}
	}

	/**
	 * Begins the static initialiser of a class: until it ends, calls run in their caller,
	 * since others would wait for the class.
	 */
	public static void enterInitialiser() {
		ClassInitialisation.enter();
	}

	/**
	 * Ends the static initialiser of a class, however it ends.
	 */
	public static void leaveInitialiser() {
		ClassInitialisation.leave();
	}

	/**
	 * Opens the scope of one invocation.
	 * @param owner the woven method's {@code this}, {@code null} if it is static
	 * @param caller the woven method, as {@code com.example.Carts.price}
	 * @return the scope
	 */
	public static TaskScope open(@Nullable Object owner, String caller) {
		return new TaskScope(owner, caller, null);
	}

	/**
	 * Starts a call.
	 * @param scope the scope
	 * @param site where the call is
	 * @param receiver its target, {@code null} for a static method
	 * @param arguments its arguments, boxed, any of which may be carriers; the array is
	 * given away
	 * @return a carrier or, if the call ran in the caller, its value
	 */
	public static @Nullable Object fork(TaskScope scope, ForkSite site, @Nullable Object receiver,
			@Nullable Object[] arguments) {
		try {
			return Forker.fork(scope, site, receiver, arguments);
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

	/**
	 * Returns the value of what a slot holds, waiting if it is pending.
	 * @param scope the scope
	 * @param carried what the slot holds
	 * @return the value, boxed
	 */
	public static @Nullable Object await(TaskScope scope, @Nullable Object carried) {
		if (carried instanceof Carrier carrier) {
			return scope.await(carrier);
		}
		return (carried instanceof PendingComputation computation) ? scope.elements().await(computation) : carried;
	}

	/**
	 * Awaits everything in program order, before something that others may observe.
	 * @param scope the scope
	 */
	public static void awaitAll(TaskScope scope) {
		Forker.orThrow(scope.awaitAll());
	}

	/**
	 * Looks, in a loop that starts no call, for a failure because of which sequential
	 * code would not loop. Now and then it awaits the earliest call, which nobody else
	 * may have started.
	 * @param scope the scope
	 */
	public static void poll(TaskScope scope) {
		Forker.orThrow(scope.poll());
	}

	/**
	 * Awaits what was forked in a region, on its normal exit.
	 * @param scope the scope
	 * @param from the first fork site in the region
	 * @param to the first fork site after the region
	 */
	public static void awaitSites(TaskScope scope, int from, int to) {
		Forker.orThrow(scope.awaitSites(from, to));
	}

	/**
	 * Writes a field, now or when its value and everything before it is there.
	 * @param scope the scope
	 * @param site where the write is
	 * @param target the object, {@code null} for a static field
	 * @param carried the value, or its carrier
	 */
	public static void write(TaskScope scope, WriteSite site, @Nullable Object target, @Nullable Object carried) {
		try {
			scope.write(site, target, carried);
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

	/**
	 * Stores something in an array or a collection, now or when it and everything before
	 * it is there.
	 * @param scope the scope
	 * @param site where the store is
	 * @param target the array or collection
	 * @param operands the other operands, boxed, the last of which may be a carrier; the
	 * array is given away
	 */
	public static void store(TaskScope scope, StoreSite site, @Nullable Object target, @Nullable Object[] operands) {
		try {
			if (scope.isUntouched()) {
				ElementStore.make(site, target, operands);
			}
			else {
				scope.elements().store(site, target, operands);
			}
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

	/**
	 * Inserts what a function makes for a key into a map, unless it holds a value, now or
	 * when everything before it is there.
	 * @param scope the scope
	 * @param site where the insertion is
	 * @param target the map
	 * @param operands the key and the function; the array is given away
	 * @return the value that the map then holds
	 */
	public static @Nullable Object insert(TaskScope scope, StoreSite site, @Nullable Object target,
			@Nullable Object[] operands) {
		try {
			return scope.elements().insert(site, target, operands);
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

	/**
	 * Computes something, now or when its operands are there.
	 * @param scope the scope
	 * @param site where the computation is
	 * @param operands the operands, boxed, any of which may be carriers; the array is
	 * given away
	 * @return the result, or what stands for it
	 */
	public static @Nullable Object compute(TaskScope scope, ComputationSite site, @Nullable Object[] operands) {
		try {
			return scope.isUntouched() ? site.operation().invoke(operands) : scope.elements().compute(site, operands);
		}
		catch (Throwable ex) {
			throw Thrown.asIs(ex);
		}
	}

	/**
	 * Applies the pending stores to an object, before the caller reads it.
	 * @param scope the scope
	 * @param used the object
	 */
	public static void awaitStores(TaskScope scope, @Nullable Object used) {
		if (!scope.isUntouched()) {
			scope.elements().awaitStoresTo(used);
		}
	}

	/**
	 * Notes of what object the caller makes a view or an iterator.
	 * @param scope the scope
	 * @param object the object
	 * @param number the view's number in the woven method
	 */
	public static void view(TaskScope scope, @Nullable Object object, int number) {
		scope.elements().view(object, number);
	}

	/**
	 * Applies the pending stores to the object of a view, and awaits the calls that may
	 * modify it, before the caller reads the view.
	 * @param scope the scope
	 * @param number the view's number in the woven method
	 */
	public static void awaitViewed(TaskScope scope, int number) {
		scope.elements().awaitViewed(number);
	}

	/**
	 * Does the same before the caller goes on with an iteration. No call is expected to
	 * modify the collection as a part of something else while that runs.
	 * @param scope the scope
	 * @param number the view's number in the woven method
	 */
	public static void awaitIterated(TaskScope scope, int number) {
		scope.elements().awaitIterated(number);
	}

	/**
	 * Awaits the calls that may modify an object, before the caller uses it.
	 * @param scope the scope
	 * @param used the object, or its carrier
	 */
	public static void awaitModified(TaskScope scope, @Nullable Object used) {
		scope.awaitModifiers(await(scope, used));
	}

	/**
	 * Awaits everything before a call of a method from the reviewed table, unless the
	 * object on which it is called is of a class that was reviewed.
	 * @param scope the scope
	 * @param object the object, or its carrier
	 * @param use what is done with it: 0 to make an iterator, 1 to read it, 2 to look
	 * something up in it
	 */
	public static void awaitUnlessReviewed(TaskScope scope, @Nullable Object object, int use) {
		Object value = await(scope, object);
		if (!ReviewedClasses.allow(USES[use], value)) {
			awaitAll(scope);
		}
	}

	/**
	 * Notes whether an iterator that the caller gets may be one that others hold.
	 * @param scope the scope
	 * @param object the object that returns the iterator
	 * @param number the number of the place in the woven method
	 */
	public static void iterate(TaskScope scope, @Nullable Object object, int number) {
		if (!ReviewedClasses.allow(Review.NEW_ITERATORS, object)) {
			scope.iterateShared(number);
		}
	}

	/**
	 * Awaits everything before an iterator is moved on that others may hold.
	 * @param scope the scope
	 * @param places a bit for each place that the iterator may come from
	 */
	public static void awaitUnlessOwn(TaskScope scope, int places) {
		if (scope.mayIterateShared(places)) {
			awaitAll(scope);
		}
	}

	/**
	 * Awaits everything on the exceptional exit of a region.
	 * @param scope the scope
	 * @param thrown what reached the end of the region
	 * @param from the first fork site in the region
	 * @param to the first fork site after the region
	 * @return what sequential code would have thrown
	 */
	public static Throwable settle(TaskScope scope, Throwable thrown, int from, int to) {
		return scope.settle(thrown);
	}

	/**
	 * Tells, directly after {@link #settle}, where the exception comes from.
	 * @param scope the scope
	 * @param from the first fork site in the region
	 * @param to the first fork site after the region
	 * @return {@code true} if a call outside of the region threw it, so that the region's
	 * handlers must not see it
	 */
	public static boolean escapes(TaskScope scope, int from, int to) {
		return scope.escapes(from, to);
	}

	/**
	 * Awaits everything and closes the scope, on a normal exit of the method. If that
	 * throws, the scope is left open for {@link #abort}.
	 * @param scope the scope
	 */
	public static void close(TaskScope scope) {
		Forker.orThrow(scope.awaitAll());
		scope.finish();
	}

	/**
	 * Awaits everything and closes the scope, on the exceptional exit of the method.
	 * @param scope the scope
	 * @param thrown what reached the end of the method
	 * @return what sequential code would have thrown
	 */
	public static Throwable abort(TaskScope scope, Throwable thrown) {
		Throwable settled = scope.settle(thrown);
		scope.finish();
		return settled;
	}

	/**
	 * Begins a run of a pipeline whose calls are made ahead.
	 * @param source the collection that it takes its elements from, {@code null} if it is
	 * no collection, or is looked at later
	 * @param owner the woven method's {@code this}, {@code null} if it is static
	 * @param caller the woven method
	 * @return the run, {@code null} if the collection is not of a reviewed class: all
	 * calls are then made in their turn
	 */
	public static @Nullable Object pipeline(@Nullable Object source, @Nullable Object owner, String caller) {
		return ReviewedClasses.allow(Review.ITERATION, source) ? new Pipeline(owner, caller) : null;
	}

	/**
	 * Puts a function and its prepared form together.
	 * @param plain the function as it was written
	 * @param prepare its prepared form, which returns what {@link #prepare} did
	 * @return both
	 */
	public static Object function(Object plain, Function<@Nullable Object, @Nullable Object> prepare) {
		return new ElementFunction(plain, prepare);
	}

	/**
	 * Puts a function of the entries of a map and its prepared form together.
	 * @param plain the function as it was written
	 * @param prepare its prepared form, which takes key and value
	 * @return both
	 */
	public static Object function(Object plain,
			BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> prepare) {
		return ElementFunction.ofEntries(plain, prepare);
	}

	/**
	 * Returns a function as it was written.
	 * @param function what {@link #function} returned
	 * @return the function
	 */
	public static Object plain(Object function) {
		return ((ElementFunction) function).plain();
	}

	/**
	 * Prepares a call, for its pipeline to make.
	 * @param site where the call is
	 * @param receiver its target, {@code null} for a static method
	 * @param arguments its arguments, boxed
	 * @return the prepared call
	 */
	public static Object prepare(ForkSite site, @Nullable Object receiver, @Nullable Object[] arguments) {
		return new PreparedCall(site, receiver, arguments);
	}

	/**
	 * Called by a prepared function before it calls a method from the reviewed table.
	 * @param object the object on which it is called, or an argument
	 * @param pipeline the run of its pipeline
	 * @param use what is done with it, as for {@link #awaitUnlessReviewed}
	 */
	public static void check(@Nullable Object object, Object pipeline, int use) {
		((Pipeline) pipeline).check(object, USES[use]);
	}

	/**
	 * Maps the elements of a stream.
	 * @param elements the stream
	 * @param function what {@link #function} returned
	 * @param pipeline the run of the pipeline
	 * @param type the type of the results: I, J, D, or L for objects
	 * @return the stream of the results
	 */
	public static BaseStream<?, ?> map(BaseStream<?, ?> elements, Object function, Object pipeline, int type) {
		return ((Pipeline) pipeline).map(elements, (ElementFunction) function, (char) type);
	}

	/**
	 * Notes a function of the operation that comes next, which takes the elements
	 * themselves.
	 * @param prepare the prepared form of the function
	 * @param pipeline the run of the pipeline
	 * @return what the operation takes instead of the function
	 */
	public static Object result(Function<@Nullable Object, @Nullable Object> prepare, Object pipeline) {
		return ((Pipeline) pipeline).result(prepare);
	}

	/**
	 * Says when the calls of an operation that comes after another with calls may be made
	 * ahead.
	 * @param condition what must hold
	 * @param pipeline the run of the pipeline, {@code null} if there is none
	 */
	public static void mayOverlapIf(BooleanSupplier condition, @Nullable Object pipeline) {
		if (pipeline != null) {
			((Pipeline) pipeline).mayOverlapIf(condition);
		}
	}

	/**
	 * Whether a call would be that of a concurrent bean.
	 * @param receiver its target, {@code null} for a static method
	 * @param method the name of the method
	 * @param descriptor its descriptor
	 * @param pipeline the run of the pipeline
	 * @return {@code false} if it would be an ordinary call
	 */
	public static boolean isConcurrent(@Nullable Object receiver, String method, String descriptor, Object pipeline) {
		return ((Pipeline) pipeline).isConcurrent(receiver, method, descriptor);
	}

	/**
	 * Makes the calls of the functions that were noted ahead.
	 * @param elements the stream
	 * @param pipeline the run of the pipeline
	 * @return the stream of the same elements
	 */
	public static BaseStream<?, ?> ahead(BaseStream<?, ?> elements, Object pipeline) {
		return ((Pipeline) pipeline).ahead(elements);
	}

	/**
	 * Gives the elements of a stream to a function, and ends the pipeline.
	 * @param elements the stream
	 * @param function what {@link #function} returned
	 * @param pipeline the run of the pipeline
	 */
	public static void forEach(BaseStream<?, ?> elements, Object function, Object pipeline) {
		((Pipeline) pipeline).forEach(elements.spliterator()::forEachRemaining, (ElementFunction) function);
	}

	/**
	 * Gives the elements of a collection to a function.
	 * @param elements the collection
	 * @param function what {@link #function} returned
	 * @param pipeline the run of the pipeline
	 * @return {@code false} if the collection is not of a reviewed class, and nothing has
	 * been done
	 */
	public static boolean forEach(Iterable<?> elements, Object function, Object pipeline) {
		if (!ReviewedClasses.allow(Review.ITERATION, elements)) {
			return false;
		}
		((Pipeline) pipeline).forEach(elements::forEach, (ElementFunction) function);
		return true;
	}

	/**
	 * Gives the entries of a map to a function.
	 * @param map the map
	 * @param function what {@link #function} returned
	 * @param pipeline the run of the pipeline
	 * @return {@code false} if the map is not of a reviewed class, and nothing has been
	 * done
	 */
	public static boolean forEach(Map<?, ?> map, Object function, Object pipeline) {
		if (!ReviewedClasses.allow(Review.READS, map)) {
			return false;
		}
		((Pipeline) pipeline).forEach(
				(taker) -> map.forEach((key, value) -> taker.accept(new SimpleImmutableEntry<>(key, value))),
				(ElementFunction) function);
		return true;
	}

	/**
	 * Ends the calls of a pipeline, when the operation that ends it has ended.
	 * @param pipeline the run of the pipeline, {@code null} if there is none
	 */
	public static void end(@Nullable Object pipeline) {
		if (pipeline != null) {
			((Pipeline) pipeline).end();
		}
	}

	/**
	 * Whether any thread has pending writes, so that a read of a field may have to wait.
	 * Never {@code false} if the current thread has.
	 * @return {@code false} if no read has to wait
	 */
	public static boolean areWritesPending() {
		return !ScopeChain.isEmptyEverywhere();
	}

	/**
	 * Applies the pending writes of the current thread that a read of an {@code @Awaited}
	 * field must see.
	 * @param target the object, {@code null} for a static field
	 * @param owner the class through which the field is read
	 * @param field the name of the field
	 */
	public static void beforeRead(@Nullable Object target, String owner, String field) {
		if (areWritesPending()) {
			ScopeChain.forEach((scope) -> scope.beforeRead(target, field));
		}
	}

}
