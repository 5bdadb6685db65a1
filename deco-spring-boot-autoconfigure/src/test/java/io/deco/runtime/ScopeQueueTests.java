package io.deco.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * Tests for tasks that wait in their scope, and the invitations to run them.
 */
@Timeout(60)
class ScopeQueueTests {

	@RegisterExtension
	private final Pools pools = new Pools();

	private final HeldExecutor held = new HeldExecutor();

	private final FixedGrain grain = new FixedGrain();

	private final List<Object> order = Collections.synchronizedList(new ArrayList<>());

	private Concurrency method(Executor executor) {
		Concurrency method = new Concurrency(executor);
		method.grain = this.grain;
		return method;
	}

	private WovenMethod.Call note(Object what) {
		return (arguments) -> {
			this.order.add(what);
			return what;
		};
	}

	@Test
	void oneInvitationIsEnoughForManyTasks() {
		WovenMethod woven = new WovenMethod(method(this.held));
		for (int i = 0; i < 10; i++) {
			woven.fork(0, note(i));
		}
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runNext();
		assertThat(this.order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
	}

	@Test
	void nobodyIsInvitedAsLongAsTheCallerIsEnough() {
		this.grain.workers = 0;
		WovenMethod woven = new WovenMethod(method(this.held));
		woven.fork(0, note("a"));
		woven.fork(1, note("b"));
		assertThat(this.held.size()).isZero();
		WovenCalls.close(woven.scope);
		assertThat(this.order).containsExactly("a", "b");
	}

	@Test
	void invitedThreadInvitesTheNext() {
		WovenMethod woven = new WovenMethod(method(this.held));
		woven.fork(0, (arguments) -> this.order.add(this.held.size()));
		woven.fork(1, note("left behind"));
		this.grain.workers = 2;
		this.held.runNext();
		assertThat(this.order).containsExactly(1, "left behind");
		WovenCalls.close(woven.scope);
	}

	@Test
	void anotherIsInvitedWhenAllHaveLeft() {
		WovenMethod woven = new WovenMethod(method(this.held));
		woven.fork(0, note("a"));
		this.held.runNext();
		woven.fork(1, note("b"));
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runNext();
		assertThat(this.order).containsExactly("a", "b");
	}

	@Test
	void ownerRunsTheLatestWhileItWaits() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch ranOthers = new CountDownLatch(3);
		WovenMethod woven = new WovenMethod(method(this.pools.pool(1)));
		Object blocked = woven.fork(0, (arguments) -> {
			started.countDown();
			ranOthers.await();
			return "blocked";
		});
		started.await();
		for (int i = 0; i < 3; i++) {
			int number = i;
			woven.fork(1, (arguments) -> {
				this.order.add(number);
				ranOthers.countDown();
				return null;
			});
		}
		assertThat(woven.await(blocked)).isEqualTo("blocked");
		assertThat(this.order).containsExactly(2, 1, 0);
		WovenCalls.close(woven.scope);
	}

	@Test
	void invitationToAnEndedScopeDoesNothing() {
		WovenMethod woven = new WovenMethod(method(this.held));
		woven.fork(0, note("a"));
		WovenCalls.close(woven.scope);
		this.held.runAll();
		assertThat(this.order).containsExactly("a");
	}

	@Test
	void lostInvitationsHurtNobody() {
		assertThat(WovenMethod.invoke(method((invitation) -> {
		}), (woven) -> {
			Object a = woven.fork(0, note("a"));
			Object b = woven.fork(1, (arguments) -> "b after " + arguments[0], a);
			return woven.fork(2, (arguments) -> arguments[0], b);
		})).isEqualTo("b after a");
	}

	@Test
	void refusedInvitationLeavesTheTaskToItsCaller() {
		Concurrency method = method((invitation) -> {
			throw new RejectedExecutionException("full");
		});
		WovenMethod woven = new WovenMethod(method);
		woven.fork(0, note("a"));
		assertThat(this.order).containsExactly("a");
		woven.fork(1, note("b"));
		assertThat(this.order).containsExactly("a", "b");
		assertThat(method.events).containsSubsequence("rejected", "inlined rejected", "rejected", "inlined rejected");
	}

	@Test
	void refusedInvitationIsThrownIfTheCallerMustNotWork() {
		Concurrency method = method((invitation) -> {
			throw new RejectedExecutionException("full");
		});
		method.runsRejected = false;
		WovenMethod woven = new WovenMethod(method);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> woven.fork(0, note("never")));
		WovenCalls.close(woven.scope);
		assertThat(this.order).isEmpty();
	}

	@Test
	void threadsOfOnePoolDoNotRunTasksOfAnother() {
		HeldExecutor other = new HeldExecutor();
		Concurrency otherMethod = method(other);
		WovenMethod woven = new WovenMethod(method(this.held));
		Object otherBean = new Object();
		ConcurrentBeans.register(otherBean, (name, descriptor) -> otherMethod);
		Object mine = woven.fork(0, note("mine"));
		woven.forkOn(otherBean, 1, note("other"));
		woven.forkOn(otherBean, 2, note("other, later"), mine);
		this.held.runAll();
		assertThat(this.order).containsExactly("mine");
		assertThat(other.size()).isEqualTo(1);
		other.runAll();
		assertThat(this.order).containsExactly("mine", "other, later", "other");
	}

	@Test
	void chainIsRunByTheThreadThatReleasesIt() {
		WovenMethod woven = new WovenMethod(method(this.held));
		Object link = woven.fork(0, note(0));
		for (int i = 1; i < 5; i++) {
			link = woven.fork(1, note(i), link);
		}
		assertThat(this.held.size()).isEqualTo(1);
		this.held.runNext();
		assertThat(this.order).containsExactly(0, 1, 2, 3, 4);
		assertThat(this.held.size()).isZero();
	}

	@Test
	void contextIsPutAroundEachTask() {
		List<String> contexts = new ArrayList<>();
		Concurrency method = new Concurrency(this.held) {

			@Override
			public Runnable propagate(Runnable task) {
				String context = "context " + contexts.size();
				contexts.add(context);
				return () -> {
					ScopeQueueTests.this.order.add(context);
					task.run();
				};
			}

		};
		method.grain = this.grain;
		WovenMethod woven = new WovenMethod(method);
		woven.fork(0, note("a"));
		woven.fork(1, note("b"));
		woven.await(woven.fork(2, note("in the caller")));
		this.held.runAll();
		assertThat(this.order).containsExactly("in the caller", "context 0", "a", "context 1", "b");
	}

	@Test
	void brokenContextIsTheThreadsAndTheOwnerRunsTheTask() {
		Concurrency method = new Concurrency(this.held) {

			@Override
			public Runnable propagate(Runnable task) {
				return () -> {
					throw new IllegalStateException("broken decorator");
				};
			}

		};
		method.grain = this.grain;
		WovenMethod woven = new WovenMethod(method);
		Object carried = woven.fork(0, note("a"));
		assertThatIllegalStateException().isThrownBy(this.held::runNext);
		assertThat(woven.await(carried)).isEqualTo("a");
		woven.fork(1, note("b"));
		assertThat(this.held.size()).isEqualTo(1);
		WovenCalls.close(woven.scope);
	}

	@Test
	void interruptedThreadGoesBackToItsPool() {
		WovenMethod woven = new WovenMethod(method(this.held));
		woven.fork(0, (arguments) -> {
			Thread.currentThread().interrupt();
			return null;
		});
		woven.fork(1, note("left"));
		this.held.runNext();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.order).isEmpty();
		WovenCalls.close(woven.scope);
		assertThat(this.order).containsExactly("left");
	}

	@Test
	void failureDropsWhatIsQueued() {
		WovenMethod woven = new WovenMethod(method(this.held));
		Object failing = woven.fork(0, (arguments) -> {
			throw new IllegalStateException("first");
		});
		woven.fork(1, note("never"));
		assertThatIllegalStateException().isThrownBy(() -> woven.await(failing)).withMessage("first");
		this.held.runAll();
		assertThat(this.order).isEmpty();
	}

	@Test
	void grainLearnsFromEachTask() {
		WovenMethod woven = new WovenMethod(method(this.held));
		woven.fork(0, note("a"));
		woven.fork(1, note("b"));
		this.held.runNext();
		assertThat(this.grain.told).containsExactly("ran", "ran");
	}

	@Test
	void executorThatRunsTheInvitationAtOnceIsFine() {
		@Nullable Object last = WovenMethod.invoke(method(Runnable::run), (woven) -> {
			Object link = woven.fork(0, note(0));
			for (int i = 1; i < 1000; i++) {
				link = woven.fork(1, note(i), link);
			}
			return link;
		});
		assertThat(last).isEqualTo(999);
	}

}
