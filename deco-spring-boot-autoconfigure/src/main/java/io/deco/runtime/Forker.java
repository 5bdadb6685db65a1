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

	private final @Nullable Object owner;

	private final Log log;

	private final ProgramOrder order;

	private final LentObjects lent;

	private final boolean initialising = ClassInitialisation.isRunning();

	private @Nullable TaskListener opened;

	Forker(TaskScope scope, @Nullable Object owner, Log log, ProgramOrder order, LentObjects lent) {
		this.scope = scope;
		this.owner = owner;
		this.log = log;
		this.order = order;
		this.lent = lent;
	}

	@SuppressWarnings("FutureReturnValueIgnored") // the scope keeps the task in its log
	@Nullable Object fork(ForkSite site, @Nullable Object receiver, @Nullable Object[] arguments) throws Throwable {
		orThrow(this.order.awaitSettled());
		orThrow(this.order.awaitUntilAtMost(MAX_PENDING));
		ConcurrentMethod method = find(site, receiver);
		if (method == null) {
			orThrow(this.order.awaitAll());
			return Carrier.call(site, receiver, arguments);
		}
		String inlineReason = inlineReason(method);
		takeComputations(arguments, inlineReason != null);
		boolean mutable = takeKnown(arguments);
		if (mutable) {
			awaitWritesTo(arguments);
		}
		if (inlineReason != null) {
			QuietListener.of(method).inlined(inlineReason);
			return callHere(method, site, receiver, arguments);
		}
		Carrier carrier = new Carrier(this.scope, method, site, receiver, arguments);
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
		start(carrier);
		if (mutable) {
			this.lent.lend(site, arguments, carrier);
		}
		return carrier;
	}

	void start(Task<?> task) {
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
		return this.initialising ? "initialiser" : method.inlineReason();
	}

	/**
	 * A static method is one of the woven object's own class.
	 */
	@Nullable ConcurrentMethod find(ForkSite site, @Nullable Object receiver) {
		Object target = (receiver != null) ? receiver : this.owner;
		ConcurrentBean bean = (target != null) ? ConcurrentBeans.find(target) : null;
		return (bean != null) ? bean.method(site.method(), site.descriptor()) : null;
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
		return new TaskRun<@Nullable Object>(call::make, () -> Carrier.describe(call.site()), method.timeout()).call();
	}

	/**
	 * Starts a call of a pipeline, after those that hold what it modifies.
	 */
	@SuppressWarnings("FutureReturnValueIgnored") // the scope keeps the task in its log
	Carrier start(ConcurrentMethod method, PreparedCall call, LentObjects held) {
		Carrier carrier = new Carrier(this.scope, method, call.site(), call.receiver(), call.arguments());
		if (call.site().modified() != 0) {
			held.conflicts(call.site(), call.arguments()).forEach(carrier.start()::dependOn);
		}
		start(carrier);
		if (call.site().modified() != 0) {
			held.lend(call.site(), call.arguments(), carrier);
		}
		return carrier;
	}

	static void orThrow(@Nullable Throwable thrown) {
		if (thrown != null) {
			throw Thrown.asIs(thrown);
		}
	}

}
