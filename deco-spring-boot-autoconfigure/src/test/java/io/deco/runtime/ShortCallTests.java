package io.deco.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for calls that are made at once for their shortness.
 */
@Timeout(60)
class ShortCallTests {

	private final HeldExecutor held = new HeldExecutor();

	private final FixedGrain grain = new FixedGrain();

	private final Concurrency method = new Concurrency(this.held);

	private final List<Object> order = new ArrayList<>();

	@Nullable Object field;

	ShortCallTests() {
		this.method.grain = this.grain;
		this.grain.place = Grain.Place.CALLER;
	}

	private WovenMethod.Call note(Object what) {
		return (arguments) -> {
			this.order.add(what);
			return what;
		};
	}

	private Object forkLong(WovenMethod woven, int site, WovenMethod.Call call, @Nullable Object... arguments) {
		this.grain.place = Grain.Place.JOB;
		Object carried = woven.fork(site, call, arguments);
		this.grain.place = Grain.Place.CALLER;
		assertThat(carried).isInstanceOf(Carrier.class);
		return (carried != null) ? carried : "";
	}

	@Test
	void isMadeAtOnceWithoutATask() {
		assertThat(WovenMethod.invoke(this.method, (woven) -> {
			assertThat(woven.fork(0, note("short"))).isEqualTo("short");
			assertThat(woven.scope.isUntouched()).isTrue();
			return woven.fork(1, (arguments) -> arguments[0] + " again", "short");
		})).isEqualTo("short again");
		assertThat(this.held.size()).isZero();
		assertThat(this.method.events).isEmpty();
		assertThat(this.grain.told).containsExactly("call", "call");
	}

	@Test
	void isMeasuredWhenTheGrainWantsIt() {
		this.grain.measures = true;
		assertThatIllegalStateException().isThrownBy(() -> WovenMethod.invoke(this.method, (woven) -> {
			woven.fork(0, note("short"));
			return woven.fork(1, (arguments) -> {
				throw new IllegalStateException("failed");
			});
		})).withMessage("failed");
		assertThat(this.grain.told).containsExactly("call", "called", "call", "called");
	}

	@Test
	void neverWaitsForItsArguments() {
		WovenMethod woven = new WovenMethod(this.method);
		Object pending = forkLong(woven, 0, note("long"));
		Object dependent = woven.fork(1, (arguments) -> "after " + arguments[0], pending);
		assertThat(dependent).isInstanceOf(Carrier.class);
		assertThat(this.order).isEmpty();
		assertThat(woven.await(dependent)).isEqualTo("after long");
		assertThat(woven.fork(2, (arguments) -> arguments[0], dependent)).isEqualTo("after long");
	}

	@Test
	void neverWaitsForWhoeverModifiesItsArguments() {
		WovenMethod woven = new WovenMethod(this.method);
		Object lent = new Object();
		this.grain.place = Grain.Place.JOB;
		woven.forkModifying(0, note("modifies"), lent);
		this.grain.place = Grain.Place.CALLER;
		assertThat(woven.fork(1, note("other"), new Object())).isEqualTo("other");
		assertThat(woven.fork(2, note("reads"), lent)).isInstanceOf(Carrier.class);
		this.held.runAll();
		assertThat(this.order).containsExactly("other", "modifies", "reads");
		assertThat(woven.fork(3, note("later"), lent)).isEqualTo("later");
		WovenCalls.close(woven.scope);
	}

	@Test
	void overlapsWhatIsPending() {
		WovenMethod woven = new WovenMethod(this.method);
		forkLong(woven, 0, note("long"));
		assertThat(woven.fork(1, note("short"))).isEqualTo("short");
		WovenCalls.close(woven.scope);
		assertThat(this.order).containsExactly("short", "long");
	}

	@Test
	void startsNothingAfterAKnownFailure() {
		WovenMethod woven = new WovenMethod(this.method);
		forkLong(woven, 0, (arguments) -> {
			throw new IllegalStateException("known");
		});
		this.held.runAll();
		assertThatIllegalStateException().isThrownBy(() -> woven.fork(1, note("never"))).withMessage("known");
		assertThat(this.order).isEmpty();
	}

	@Test
	void doesNotSeePendingWritesOfItsCaller() {
		WovenMethod woven = new WovenMethod(this.method).returningStrings();
		woven.write(this, "field", forkLong(woven, 0, note("pending")));
		assertThat(woven.fork(1, (arguments) -> {
			WovenCalls.beforeRead(this, ShortCallTests.class.getName(), "field");
			return "not waited";
		})).isEqualTo("not waited");
		assertThat(this.order).isEmpty();
		WovenCalls.close(woven.scope);
		assertThat(this.field).isEqualTo("pending");
	}

	@Test
	void keepsItsTimeLimit() {
		this.method.timeout = Duration.ofMillis(20);
		WovenMethod woven = new WovenMethod(this.method);
		assertThatExceptionOfType(TaskTimeoutException.class).isThrownBy(() -> woven.fork(0, (arguments) -> {
			new CountDownLatch(1).await();
			return null;
		})).withMessageContaining("com.example.Quotes.quote").withMessageContaining("Carts.java:10");
	}

	@Test
	void otherReasonsComeFirst() {
		this.method.inlineReason = "transaction";
		WovenMethod woven = new WovenMethod(this.method);
		assertThat(woven.fork(0, note("short"))).isEqualTo("short");
		assertThat(this.method.events).containsExactly("inlined transaction");
		assertThat(this.grain.told).isEmpty();
	}

}
