package io.deco.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for how calls of woven methods start.
 */
@Timeout(60)
class ForkTests {

	@RegisterExtension
	private final Pools pools = new Pools();

	private final HeldExecutor held = new HeldExecutor();

	private final List<String> order = new ArrayList<>();

	private WovenMethod.Call note(String what) {
		return (arguments) -> {
			this.order.add(what);
			return what;
		};
	}

	@Test
	void doesNotWaitForConcurrentCall() {
		WovenMethod woven = new WovenMethod(this.held);
		Object carried = woven.fork(0, note("call"));
		assertThat(this.order).isEmpty();
		assertThat(carried).isInstanceOf(Carrier.class);
		assertThat(woven.await(carried)).isEqualTo("call");
		WovenCalls.close(woven.scope);
	}

	@Test
	void returnsTasksOfTheProgramAsTheyAre() {
		WovenMethod woven = new WovenMethod(this.held);
		Task<String> task = TaskScope.open(this.held).fork(() -> "not ours");
		assertThat(woven.await(task)).isSameAs(task);
		assertThat(woven.await(woven.fork(0, (arguments) -> arguments[0], task))).isSameAs(task);
	}

	@Test
	void callsUnknownTargetInPlaceAfterEverythingPending() {
		WovenMethod woven = new WovenMethod(this.held);
		Object carried = woven.fork(0, note("pending"));
		Object value = woven.forkOn("mock", 1, (arguments) -> {
			this.order.add("plain");
			return arguments[0];
		}, carried);
		assertThat(value).isEqualTo("pending");
		assertThat(this.order).containsExactly("pending", "plain");
	}

	@Test
	void callsUnknownMethodInPlace() {
		WovenMethod woven = new WovenMethod(this.held);
		ConcurrentBeans.register(woven.bean, (name, descriptor) -> null);
		assertThat(woven.fork(0, note("plain"))).isEqualTo("plain");
	}

	@Test
	void looksForStaticMethodsAtTheOwner() {
		WovenMethod woven = new WovenMethod(this.held);
		assertThat(woven.forkOn(null, 0, note("plain"))).isEqualTo("plain");
		ConcurrentBeans.register(woven, (name, descriptor) -> new Concurrency(this.held));
		assertThat(woven.forkOn(null, 0, note("static"))).isInstanceOf(Carrier.class);
		WovenCalls.close(woven.scope);
		assertThat(this.order).containsExactly("plain", "static");
	}

	@Test
	void throwsNullPointerExceptionOfNullReceiverAfterEverythingPending() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.fork(0, note("pending"));
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> woven.forkOn(null, 1, (arguments) -> {
			throw new NullPointerException();
		}));
		assertThat(this.order).containsExactly("pending");
	}

	@Test
	void runsInCallerIfTheMethodMust() {
		Concurrency method = new Concurrency(this.held);
		WovenMethod woven = new WovenMethod(method);
		woven.fork(0, note("pending"));
		Object argument = woven.fork(1, note("argument"));
		method.inlineReason = "transaction";
		assertThat(woven.fork(2, (arguments) -> {
			this.order.add("inline");
			return arguments[0];
		}, argument)).isEqualTo("argument");
		assertThat(this.order).containsExactly("argument", "inline");
		assertThat(method.events).contains("inlined transaction");
		WovenCalls.close(woven.scope);
	}

	@Test
	void inlineCallWaitsForTasksThatModifyItsArguments() {
		Concurrency method = new Concurrency(this.held);
		WovenMethod woven = new WovenMethod(method);
		Object lent = new Object();
		woven.forkModifying(0, note("modifies"), lent);
		method.inlineReason = "transaction";
		woven.fork(1, note("inline"), lent);
		assertThat(this.order).containsExactly("modifies", "inline");
	}

	@Test
	void throwsWhatTheMethodSaysAboutCallsThatMustNotBeMade() {
		WovenMethod woven = new WovenMethod(new Concurrency(this.held) {

			@Override
			public @Nullable String inlineReason() {
				throw new IllegalStateException("in a transaction");
			}

		});
		assertThatIllegalStateException().isThrownBy(() -> woven.fork(0, note("never")))
			.withMessage("in a transaction");
		assertThat(this.order).isEmpty();
	}

	@Test
	void startsTaskWhenItsLastArgumentIsThere() {
		WovenMethod woven = new WovenMethod(this.held);
		Object a = woven.fork(0, note("a"));
		Object b = woven.fork(1, note("b"));
		Object sum = woven.fork(2, (arguments) -> "" + arguments[0] + arguments[1] + arguments[2], a, "+", b);
		assertThat(this.held.size()).isEqualTo(2);
		this.held.runNext();
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runNext();
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runNext();
		assertThat(woven.await(sum)).isEqualTo("a+b");
	}

	@Test
	void passesValueOfDoneArgument() {
		WovenMethod woven = new WovenMethod(this.held);
		Object a = woven.fork(0, note("a"));
		this.held.runAll();
		Object twice = woven.fork(1, (arguments) -> "" + arguments[0] + arguments[0], a);
		assertThat(woven.await(twice)).isEqualTo("aa");
	}

	@Test
	void neverRunsDependentOfFailedTask() {
		WovenMethod woven = new WovenMethod(this.held);
		Object a = woven.fork(0, (arguments) -> {
			throw new IllegalArgumentException("a");
		});
		Object b = woven.fork(1, note("b"), a);
		Object c = woven.fork(2, note("c"), b);
		this.held.runAll();
		assertThat(this.order).isEmpty();
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> woven.await(c)).withMessage("a");
	}

	@Test
	void modifyingTaskWaitsForAllThatHoldItsArgument() {
		WovenMethod woven = new WovenMethod(this.held);
		Object lent = new Object();
		woven.fork(0, note("reads"), lent);
		woven.fork(1, note("reads too"), "other", lent);
		woven.forkModifying(2, note("modifies"), lent);
		woven.forkModifying(3, note("modifies another"), new Object());
		assertThat(this.held.size()).isEqualTo(3);
		this.held.runAll();
		assertThat(this.order).containsExactly("reads", "reads too", "modifies another", "modifies");
	}

	@Test
	void tasksThatModifyPartsDoNotOverlapOneAnother() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.forkModifyingParts(0, note("modifies parts"), new Object());
		woven.forkModifyingParts(1, note("modifies parts of another"), new Object());
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runAll();
		assertThat(this.order).containsExactly("modifies parts", "modifies parts of another");
	}

	@Test
	void taskThatModifiesPartsGoesBetweenAllThatHoldSomething() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.fork(0, note("reads"), new Object());
		woven.forkModifyingParts(1, note("modifies parts"), new Object());
		woven.fork(2, note("reads later"), new Object());
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runAll();
		assertThat(this.order).containsExactly("reads", "modifies parts", "reads later");
	}

	@Test
	void taskWaitsForTheOneThatModifiesItsArgument() {
		WovenMethod woven = new WovenMethod(this.held);
		Object lent = new Object();
		woven.forkModifying(0, note("modifies"), lent);
		woven.fork(1, note("reads"), lent);
		woven.forkModifying(2, note("modifies again"), lent);
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runAll();
		assertThat(this.order).containsExactly("modifies", "reads", "modifies again");
	}

	@Test
	void sharesImmutableArguments() {
		WovenMethod woven = new WovenMethod(this.held);
		for (int i = 0; i < 3; i++) {
			woven.forkModifying(0, note("task"), "text", 42, Thread.State.NEW, null, String.class);
		}
		assertThat(this.held.size()).isEqualTo(3);
	}

	@Test
	void taskThatModifiesPendingArgumentGoesAfterAllThatMayHoldIt() {
		WovenMethod woven = new WovenMethod(this.held);
		Object lent = new Object();
		Object made = woven.fork(0, (arguments) -> lent);
		woven.fork(1, note("reads"), lent);
		woven.forkModifying(2, note("modifies"), made);
		woven.fork(3, note("reads later"), lent);
		woven.fork(4, note("reads pending"), made);
		this.held.runAll();
		assertThat(this.order).containsExactly("reads", "modifies", "reads later", "reads pending");
	}

	@Test
	void taskThatReadsPendingArgumentGoesBetweenThoseThatMayModifyIt() {
		WovenMethod woven = new WovenMethod(this.held);
		Object lent = new Object();
		woven.forkModifying(0, note("modifies"), lent);
		Object made = woven.fork(1, (arguments) -> lent);
		woven.fork(2, note("reads"), made);
		woven.forkModifying(3, note("modifies later"), lent);
		this.held.runAll();
		assertThat(this.order).containsExactly("modifies", "reads", "modifies later");
	}

	@Test
	void pendingTextsAreNobodysObjects() {
		WovenMethod woven = new WovenMethod(this.held).returningStrings();
		Object name = woven.fork(0, note("name"));
		woven.forkModifying(1, note("first"), name);
		woven.forkModifying(2, note("second"), name);
		this.held.runNext();
		assertThat(this.held.size()).isEqualTo(2);
	}

	@Test
	void useOfModifiedObjectWaits() {
		WovenMethod woven = new WovenMethod(this.held);
		Object lent = new Object();
		woven.fork(0, note("reads"), lent);
		WovenCalls.awaitModified(woven.scope, lent);
		assertThat(this.order).isEmpty();
		woven.forkModifying(1, note("modifies"), lent);
		WovenCalls.awaitModified(woven.scope, new Object());
		assertThat(this.order).isEmpty();
		WovenCalls.awaitModified(woven.scope, lent);
		assertThat(this.order).containsExactly("reads", "modifies");
	}

	@Test
	void reviewedObjectsAreUsedWithoutWaiting() {
		WovenMethod woven = new WovenMethod(this.held);
		List<String> lent = new ArrayList<>();
		woven.fork(0, note("pending"));
		WovenCalls.awaitUnlessReviewed(woven.scope, lent, 1);
		WovenCalls.awaitUnlessReviewed(woven.scope, null, 1);
		assertThat(this.order).isEmpty();
		woven.forkModifying(1, note("modifies"), lent);
		WovenCalls.awaitUnlessReviewed(woven.scope, lent, 1);
		assertThat(this.order).isEmpty();
		WovenCalls.awaitUnlessReviewed(woven.scope, new ArrayList<>() {
		}, 1);
		assertThat(this.order).containsExactly("pending", "modifies");
	}

	@Test
	void runsRejectedTaskInCaller() {
		Concurrency method = new Concurrency(ForkTests::reject);
		WovenMethod woven = new WovenMethod(method);
		Object carried = woven.fork(0, note("rejected"));
		assertThat(this.order).containsExactly("rejected");
		assertThat(woven.await(carried)).isEqualTo("rejected");
		assertThat(method.events).contains("rejected", "inlined rejected");
	}

	@Test
	void throwsRejectionIfTheCallerMustNotRunIt() {
		Concurrency method = new Concurrency(ForkTests::reject);
		method.runsRejected = false;
		WovenMethod woven = new WovenMethod(method);
		Object lent = new Object();
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> woven.forkModifying(0, note("never"), lent));
		WovenCalls.close(woven.scope);
		assertThat(this.order).isEmpty();
		assertThat(method.events).containsExactly("rejected");
	}

	@Test
	void goesOnAfterRejection() {
		boolean[] rejects = { true };
		Concurrency method = new Concurrency((task) -> {
			if (rejects[0]) {
				reject(task);
			}
			task.run();
		});
		method.runsRejected = false;
		WovenMethod woven = new WovenMethod(method);
		Object lent = new Object();
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> woven.forkModifying(0, note("never"), lent));
		rejects[0] = false;
		assertThat(woven.await(woven.forkModifying(1, note("later"), lent))).isEqualTo("later");
	}

	@Test
	void runsReleasedTaskThatIsRejectedWhereItIsAwaited() {
		List<Runnable> accepted = new ArrayList<>();
		Concurrency method = new Concurrency((task) -> {
			if (!accepted.isEmpty()) {
				reject(task);
			}
			accepted.add(task);
		});
		method.runsRejected = false;
		WovenMethod woven = new WovenMethod(method);
		Object a = woven.fork(0, note("a"));
		Object b = woven.fork(1, note("b"), a);
		accepted.get(0).run();
		assertThat(this.order).containsExactly("a");
		assertThat(woven.await(b)).isEqualTo("b");
		assertThat(method.events).contains("rejected", "inlined claimed");
	}

	@Test
	void saysThatThePoolWasShutDown() {
		List<Runnable> queue = new ArrayList<>();
		WovenMethod woven = new WovenMethod(queue::add);
		Object carried = woven.fork(0, note("never"));
		((Task<?>) queue.get(0)).cancel(true);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> woven.await(carried))
			.withMessageContaining("com.example.Quotes.quote")
			.withMessageContaining("Carts.java:10")
			.withMessageContaining("shut down before it ran");
	}

	@Test
	void carriesContextIntoTheTaskButNotIntoItsCaller() {
		List<String> contexts = new ArrayList<>();
		Concurrency method = new Concurrency(this.held) {

			@Override
			public Runnable propagate(Runnable task) {
				return () -> {
					contexts.add("set");
					task.run();
				};
			}

		};
		WovenMethod woven = new WovenMethod(method);
		woven.fork(0, note("other thread"));
		Object claimed = woven.fork(1, note("caller"));
		woven.await(claimed);
		assertThat(contexts).isEmpty();
		this.held.runAll();
		assertThat(contexts).hasSize(2);
		assertThat(this.order).containsExactly("caller", "other thread");
	}

	@Test
	void tellsListenersWhatHappens() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		Concurrency method = new Concurrency(this.pools.pool(1));
		WovenMethod woven = new WovenMethod(method);
		Object blocked = woven.fork(0, (arguments) -> {
			started.countDown();
			goOn.await();
			return "value";
		});
		started.await();
		Thread waiter = Thread.currentThread();
		this.pools.pool(1).execute(() -> {
			while (waiter.getState() != Thread.State.WAITING) {
				Thread.onSpinWait();
			}
			goOn.countDown();
		});
		assertThat(woven.await(blocked)).isEqualTo("value");
		WovenCalls.close(woven.scope);
		assertThat(method.events).containsExactly("opened", "executed", "awaited by " + WovenMethod.CALLER, "closed");
	}

	@Test
	void ignoresListenersThatThrow() {
		Concurrency method = new Concurrency(this.held) {

			@Override
			public void executed(long queuedNanos, long runNanos, @Nullable Throwable failure) {
				throw new IllegalStateException("broken meter");
			}

		};
		assertThat(WovenMethod.invoke(method, (woven) -> woven.fork(0, note("fine")))).isEqualTo("fine");
	}

	@Test
	void scopeWithoutForksTellsNothing() {
		Concurrency method = new Concurrency(this.held);
		WovenMethod.invoke(method, (woven) -> null);
		assertThat(method.events).isEmpty();
	}

	@Test
	void awaitsSitesOfRegionOnly() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.fork(0, note("before"));
		woven.fork(1, note("inside"));
		woven.fork(2, note("inside too"));
		WovenCalls.awaitSites(woven.scope, 1, 3);
		assertThat(this.order).containsExactly("inside", "inside too");
		WovenCalls.awaitAll(woven.scope);
		assertThat(this.order).contains("before");
	}

	private static void reject(Runnable task) {
		throw new RejectedExecutionException("full");
	}

	@Test
	void startsOnAnyExecutor() {
		Executor direct = Runnable::run;
		assertThat(WovenMethod.invoke(direct, (woven) -> woven.fork(0, note("direct")))).isEqualTo("direct");
	}

}
