package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Starts the calls of a woven method.
 * <p>
 * Whether a call may overlap others is known by its target, when the call is made. If it
 * may not, it is an ordinary call, and everything pending is awaited first. If it may,
 * but must run in its caller now, only what the call itself needs is awaited. Else it
 * becomes a task, which starts when the tasks it needs have ended.
 */
final class Forker {

	/**
	 * How much may be pending in one woven method, so that an endless loop of calls holds
	 * no endless memory and comes to see the failure that ends it, whatever order the
	 * executor runs them in. Beyond it, the caller works on the earliest first.
	 */
	static final int MAX_PENDING = 1 << 17;

	private final TaskScope scope;

	private final Log log;

	private final ProgramOrder order;

	private final LentObjects lent;

	private final boolean initialising = ClassInitialisation.isRunning();

	private final OwnerWait wait;

	private @Nullable TaskListener opened;

	Forker(TaskScope scope, Log log, ProgramOrder order, LentObjects lent, OwnerWait wait) {
		this.scope = scope;
		this.log = log;
		this.order = order;
		this.lent = lent;
		this.wait = wait;
	}

	/**
	 * Makes a call, which has nothing to wait for if it is made at once for its
	 * shortness.
	 * @return a carrier or, if the call ran in the caller, its value
	 */
	static @Nullable Object fork(TaskScope scope, ForkSite site, @Nullable Object receiver,
			@Nullable Object[] arguments) throws Throwable {
		if (!scope.isIdle()) {
			scope.forker().settle();
		}
		ConcurrentMethod method = find(scope, site, receiver);
		if (method == null) {
			orThrow(scope.awaitAll());
			return Carrier.call(site, receiver, arguments);
		}
		String inlineReason = method.inlineReason();
		Grain grain = (inlineReason == null) ? method.grain() : null;
		if (grain == null) {
			return scope.forker().fork(method, inlineReason, null, site, receiver, arguments);
		}
		Grain.Place place = grain.place(scope.spentHere(), scope.waiting(method));
		if (place == Grain.Place.CALLER && ShortCalls.canBeMade(scope, site, arguments)) {
			return ShortCalls.make(scope, method, grain, site, receiver, arguments);
		}
		boolean queued = place != Grain.Place.JOB && method.takesInvitations();
		return scope.forker().fork(method, null, queued ? grain : null, site, receiver, arguments);
	}

	private void settle() {
		orThrow(this.order.awaitSettled());
		orThrow(this.order.awaitUntilAtMost(MAX_PENDING));
	}

	@SuppressWarnings("FutureReturnValueIgnored") // the scope keeps the task in its log
	private @Nullable Object fork(ConcurrentMethod method, @Nullable String reason, @Nullable Grain queuedGrain,
			ForkSite site, @Nullable Object receiver, @Nullable Object[] arguments) {
		String inlineReason = orInitialiser(reason);
		takeComputations(arguments, inlineReason != null);
		boolean mutable = takeKnown(arguments);
		if (mutable) {
			awaitWritesTo(arguments);
		}
		if (inlineReason != null) {
			QuietListener.of(method).inlined(inlineReason);
			return callHere(method, site, receiver, arguments);
		}
		makeRoom(method);
		Carrier carrier = new Carrier(this.scope, method, queuedGrain, site, receiver, arguments);
		for (Object argument : arguments) {
			if (argument instanceof Carrier pending) {
				carrier.start().dependOn(pending);
			}
			else if (argument instanceof ComputedArgument computed) {
				computed.forEachCarrier(carrier.start()::dependOn);
			}
		}
		if (mutable) {
			this.lent.conflicts(site, arguments).forEach(carrier.start()::dependOn);
		}
		startInOrder(carrier);
		if (mutable) {
			this.lent.lend(site, arguments, carrier);
		}
		return carrier;
	}

	/**
	 * Works on the tasks of the scope, the latest first, until not too many are left that
	 * nobody has started. If none of them is ready, what they wait for is awaited.
	 */
	void makeRoom(ConcurrentMethod method) {
		int limit = Math.max(1, method.maxUnstarted());
		while (this.wait.unstarted() >= limit && !this.log.isEmpty()) {
			if (!this.wait.runAnother()) {
				orThrow(this.order.awaitUntilAtMost(this.log.size() - 1));
			}
			orThrow(this.order.awaitFailure());
		}
	}

	/**
	 * Starts a task which is pointless if one that was started so before it fails.
	 */
	void startInOrder(Task<?> task) {
		task.entry().order = this.wait.nextOrder();
		start(task);
	}

	private void start(Task<?> task) {
		this.wait.forked();
		this.log.append(task.entry());
		try {
			task.start().complete();
		}
		catch (Throwable ex) {
			if (task.drop()) {
				this.log.remove(task.entry());
			}
			throw ex;
		}
		if (this.opened == null) {
			this.opened = task.listener();
			this.opened.scopeOpened();
		}
	}

	void close() {
		if (this.opened != null) {
			this.opened.scopeClosed();
			this.opened = null;
		}
	}

	/**
	 * Says why a call must run in its caller now, {@code null} if it need not.
	 */
	@Nullable String inlineReason(ConcurrentMethod method) {
		return orInitialiser(method.inlineReason());
	}

	private @Nullable String orInitialiser(@Nullable String reason) {
		return this.initialising ? "initialiser" : reason;
	}

	/**
	 * A static method is one of the woven object's own class.
	 */
	static @Nullable ConcurrentMethod find(TaskScope scope, ForkSite site, @Nullable Object receiver) {
		Object target = (receiver != null) ? receiver : scope.owner();
		return (target != null) ? site.find(target) : null;
	}

	/**
	 * Replaces what is computed from pending results by its value, or by what the task
	 * can compute itself.
	 */
	private void takeComputations(@Nullable Object[] arguments, boolean now) {
		for (int i = 0; i < arguments.length; i++) {
			if (arguments[i] instanceof PendingComputation computation) {
				ComputedArgument later = (now || computation.isDone()) ? null : ComputedArgument.of(computation);
				arguments[i] = (later != null) ? later : this.scope.elements().await(computation);
			}
		}
	}

	/**
	 * Replaces carriers by their values, if these are known.
	 * @return whether an argument is, or may turn out to be, a mutable object
	 */
	private static boolean takeKnown(@Nullable Object[] arguments) {
		boolean mutable = false;
		for (int i = 0; i < arguments.length; i++) {
			if (arguments[i] instanceof Carrier carrier && carrier.succeeded()) {
				arguments[i] = carrier.value();
			}
			mutable |= LentObjects.isMutable(arguments[i]);
		}
		return mutable;
	}

	/**
	 * An argument holds what sequential code would have left in it: writes to it are
	 * applied first, also those that are pending in callers of the woven method. One that
	 * is itself pending may turn out to be the target of any write.
	 */
	static void awaitWritesTo(@Nullable Object[] arguments) {
		ScopeChain.forEach((scope) -> {
			for (Object argument : arguments) {
				if (LentObjects.isMutable(argument)) {
					orThrow(scope.awaitWritesTo(argument));
				}
			}
		});
	}

	private @Nullable Object callHere(ConcurrentMethod method, ForkSite site, @Nullable Object receiver,
			@Nullable Object[] arguments) {
		List<Task<?>> needed = new ArrayList<>();
		for (Object argument : arguments) {
			if (argument instanceof Carrier pending) {
				needed.add(pending);
			}
		}
		needed.addAll(this.lent.conflicts(site, arguments));
		orThrow(this.order.await(needed));
		return runHere(method, new PreparedCall(site, receiver, arguments));
	}

	/**
	 * Makes a call that has to run in its caller.
	 */
	static @Nullable Object runHere(ConcurrentMethod method, PreparedCall call) {
		return new TaskRun<@Nullable Object>(call::make, call.site().name(), method.timeout()).call();
	}

	/**
	 * Starts a call of a pipeline, after those that hold what it modifies, or modify what
	 * it reads. If one before it fails, whoever uses the pipeline may go on all the same.
	 */
	@SuppressWarnings("FutureReturnValueIgnored") // the scope keeps the task in its log
	Carrier start(ConcurrentMethod method, PreparedCall call, LentObjects held) {
		makeRoom(method);
		Carrier carrier = new Carrier(this.scope, method, null, call.site(), call.receiver(), call.arguments());
		held.conflicts(call.site(), call.arguments()).forEach(carrier.start()::dependOn);
		start(carrier);
		held.lend(call.site(), call.arguments(), carrier);
		return carrier;
	}

	static void orThrow(@Nullable Throwable thrown) {
		if (thrown != null) {
			throw Thrown.asIs(thrown);
		}
	}

}
