package io.deco.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for writes that wait, and for reads that wait for writes.
 */
@Timeout(60)
class DeferredWriteTests {

	private static @Nullable Object shared;

	private final HeldExecutor held = new HeldExecutor();

	private final Cart cart = new Cart();

	@AfterEach
	void nothingIsLeftBehind() {
		assertThat(ScopeChain.isEmptyEverywhere()).isTrue();
		assertThat(ScopeChain.suspend()).isNull();
		shared = null;
	}

	@Test
	void writesKnownValueAtOnceIfNothingIsPending() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", "known");
		assertThat(this.cart.name).isEqualTo("known");
	}

	@Test
	void writesWhenTheValueIsThere() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "pending"));
		assertThat(this.cart.name).isNull();
		assertThat(WovenCalls.areWritesPending()).isTrue();
		WovenCalls.close(woven.scope);
		assertThat(this.cart.name).isEqualTo("pending");
	}

	@Test
	void readWaitsForTheLastWriteOfItsField() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "first"));
		woven.write(this.cart, "name", woven.fork(1, (arguments) -> "second"));
		woven.write(this.cart, "total", woven.fork(2, (arguments) -> 42));
		WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name");
		assertThat(this.cart.name).isEqualTo("second");
		assertThat(this.cart.total).isZero();
		WovenCalls.beforeRead(this.cart, Cart.class.getName(), "total");
		assertThat(this.cart.total).isEqualTo(42);
	}

	@Test
	void readOfAnotherObjectDoesNotWait() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "pending"));
		WovenCalls.beforeRead(new Cart(), Cart.class.getName(), "name");
		assertThat(this.cart.name).isNull();
		WovenCalls.close(woven.scope);
	}

	@Test
	void readThroughSubclassWaits() {
		Cart special = new Cart() {
		};
		WovenMethod woven = new WovenMethod(this.held);
		WovenCalls.write(woven.scope, WovenMethod.writeSite(Cart.class, "name"), special,
				woven.fork(0, (arguments) -> "pending"));
		WovenCalls.beforeRead(special, special.getClass().getName(), "name");
		assertThat(special.name).isEqualTo("pending");
	}

	@Test
	void staticFieldsAreDeferredToo() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.writeStatic(DeferredWriteTests.class, "shared", woven.fork(0, (arguments) -> "pending"));
		assertThat(shared).isNull();
		WovenCalls.beforeRead(null, DeferredWriteTests.class.getName(), "shared");
		assertThat(shared).isEqualTo("pending");
	}

	@Test
	void bootstrapTellsStaticFieldsFromOthers() throws Throwable {
		MethodHandles.Lookup lookup = MethodHandles.lookup();
		MethodHandle setter = lookup.findStatic(DeferredWriteTests.class, "set",
				MethodType.methodType(void.class, Object.class, Object.class));
		CallSite ofStatic = WovenCalls.writeSite(lookup, "site", MethodType.methodType(WriteSite.class), setter,
				DeferredWriteTests.class.getName(), "shared", "caller", "", 0);
		CallSite ofInstance = WovenCalls.writeSite(lookup, "site", MethodType.methodType(WriteSite.class), setter,
				Cart.class.getName(), "name", "caller", "", 0);
		assertThat(FieldWrite.isStatic((WriteSite) ofStatic.getTarget().invoke())).isTrue();
		assertThat(FieldWrite.isStatic((WriteSite) ofInstance.getTarget().invoke())).isFalse();
	}

	static void set(@Nullable Object target, @Nullable Object value) {
		shared = value;
	}

	@Test
	void knownValueKeepsItsPlaceBehindPendingOnes() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "first"));
		woven.write(this.cart, "name", "second");
		assertThat(this.cart.name).isNull();
		WovenCalls.close(woven.scope);
		assertThat(this.cart.name).isEqualTo("second");
	}

	@Test
	void writeWaitsForEarlierTasks() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.fork(0, (arguments) -> {
			throw new IllegalStateException("earlier");
		});
		woven.write(this.cart, "name", woven.fork(1, (arguments) -> "dropped"));
		assertThatIllegalStateException()
			.isThrownBy(() -> WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name"));
		assertThat(this.cart.name).isNull();
	}

	@Test
	void appliesWritesBeforeTheFailureAndDropsThoseAfterIt() {
		Cart other = new Cart();
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "applied"));
		woven.fork(1, (arguments) -> {
			throw new IllegalStateException("failure");
		});
		woven.write(other, "name", woven.fork(2, (arguments) -> "dropped"));
		woven.write(this.cart, "name", "dropped too");
		assertThatIllegalStateException().isThrownBy(woven::awaitAll);
		assertThat(this.cart.name).isEqualTo("applied");
		assertThat(other.name).isNull();
	}

	@Test
	void nullTargetFailsInPlaceAfterEverythingPending() {
		List<String> order = new ArrayList<>();
		WovenMethod woven = new WovenMethod(this.held);
		Object carried = woven.fork(0, (arguments) -> {
			order.add("pending");
			return "value";
		});
		assertThatExceptionOfType(NullPointerException.class)
			.isThrownBy(() -> WovenCalls.write(woven.scope, WovenMethod.writeSite(Cart.class, "name"), null, carried));
		assertThat(order).containsExactly("pending");
	}

	@Test
	void failingSetterFailsInProgramOrder() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "total", woven.fork(3, (arguments) -> "not a number"));
		List<String> ran = new ArrayList<>();
		woven.fork(4, (arguments) -> ran.add("later"));
		assertThatExceptionOfType(ClassCastException.class).isThrownBy(woven::awaitAll);
		assertThat(WovenCalls.escapes(woven.scope, 4, 9)).isTrue();
		assertThat(WovenCalls.escapes(woven.scope, 3, 4)).isFalse();
	}

	@Test
	void argumentHoldsWhatWasWrittenToIt() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "written"));
		Object seen = woven.fork(1, (arguments) -> ((Cart) arguments[0]).name, this.cart);
		assertThat(woven.await(seen)).isEqualTo("written");
	}

	@Test
	void pendingArgumentHoldsWhatWasWrittenToIt() {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "written"));
		Object same = woven.fork(1, (arguments) -> this.cart);
		Object seen = woven.fork(2, (arguments) -> ((Cart) arguments[0]).name, same);
		assertThat(woven.await(seen)).isEqualTo("written");
	}

	@Test
	void pendingArgumentThatCannotBeTheTargetDoesNotWait() {
		WovenMethod woven = new WovenMethod(this.held).returning("Ljava/util/List;");
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "written"));
		woven.fork(2, (arguments) -> null, woven.fork(1, (arguments) -> List.of()));
		assertThat(this.cart.name).isNull();
		WovenCalls.close(woven.scope);
	}

	@Test
	void argumentOfInnerMethodHoldsWhatItsCallerWroteToIt() {
		WovenMethod outer = new WovenMethod(this.held);
		outer.write(this.cart, "name", outer.fork(0, (arguments) -> "written"));
		assertThat(WovenMethod.invoke(this.held,
				(inner) -> inner.fork(0, (arguments) -> ((Cart) arguments[0]).name, this.cart)))
			.isEqualTo("written");
	}

	@Test
	void readInInnerMethodSeesWritesOfAllCallers() {
		WovenMethod outer = new WovenMethod(this.held);
		outer.write(this.cart, "name", outer.fork(0, (arguments) -> "outer"));
		WovenMethod inner = new WovenMethod(this.held);
		Cart other = new Cart();
		inner.write(other, "name", inner.fork(0, (arguments) -> "inner"));
		WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name");
		assertThat(this.cart.name).isEqualTo("outer");
		assertThat(other.name).isNull();
		WovenCalls.beforeRead(other, Cart.class.getName(), "name");
		assertThat(other.name).isEqualTo("inner");
	}

	@Test
	void taskDoesNotSeeThePendingWritesOfItsScope() {
		WovenMethod woven = new WovenMethod(this.held);
		AtomicReference<@Nullable Object> seen = new AtomicReference<>("nothing");
		Object task = woven.fork(0, (arguments) -> {
			WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name");
			seen.set(this.cart.name);
			return null;
		});
		woven.write(this.cart, "name", woven.fork(1, (arguments) -> "pending"));
		woven.await(task);
		assertThat(seen).hasValue(null);
		WovenCalls.close(woven.scope);
	}

	@Test
	void inlineCallDoesNotSeeThemEither() {
		Concurrency method = new Concurrency(this.held);
		WovenMethod woven = new WovenMethod(method);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> {
			throw new IllegalStateException("not to be met in the call");
		}));
		method.inlineReason = "transaction";
		assertThat(woven.fork(1, (arguments) -> {
			WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name");
			return "returned";
		})).isEqualTo("returned");
		assertThatIllegalStateException().isThrownBy(woven::awaitAll);
	}

	@Test
	void failureThatReaderDoesNotLetThroughIsThrownAllTheSame() {
		IllegalStateException failure = new IllegalStateException("swallowed");
		assertThatIllegalStateException().isThrownBy(() -> WovenMethod.invoke(this.held, (woven) -> {
			woven.write(this.cart, "name", woven.fork(0, (arguments) -> {
				throw failure;
			}));
			assertThatIllegalStateException()
				.isThrownBy(() -> WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name"));
			return "went on";
		})).isSameAs(failure);
	}

	@Test
	void failureThatReaderWrapsIsThrownAsItWas() {
		IllegalStateException failure = new IllegalStateException("wrapped");
		assertThatIllegalStateException().isThrownBy(() -> WovenMethod.invoke(this.held, (woven) -> {
			woven.write(this.cart, "name", woven.fork(0, (arguments) -> {
				throw failure;
			}));
			try {
				WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name");
			}
			catch (IllegalStateException ex) {
				throw new IllegalArgumentException(ex);
			}
			return null;
		})).isSameAs(failure);
	}

	@Test
	void otherThreadsDoNotWait() throws InterruptedException {
		WovenMethod woven = new WovenMethod(this.held);
		woven.write(this.cart, "name", woven.fork(0, (arguments) -> "pending"));
		Thread other = new Thread(() -> WovenCalls.beforeRead(this.cart, Cart.class.getName(), "name"));
		other.start();
		other.join();
		assertThat(this.cart.name).isNull();
		WovenCalls.close(woven.scope);
	}

	@Test
	void manyWritesAreReadInOrder() {
		WovenMethod woven = new WovenMethod(this.held);
		List<Cart> carts = new ArrayList<>();
		for (int i = 0; i < 50_000; i++) {
			Cart each = new Cart();
			int number = i;
			carts.add(each);
			woven.write(each, "total", woven.fork(0, (arguments) -> number));
			woven.write(this.cart, "total", woven.fork(1, (arguments) -> number));
		}
		for (int i = 0; i < carts.size(); i++) {
			WovenCalls.beforeRead(carts.get(i), Cart.class.getName(), "total");
			assertThat(carts.get(i).total).isEqualTo(i);
		}
		WovenCalls.close(woven.scope);
		assertThat(this.cart.total).isEqualTo(49_999);
	}

	static class Cart {

		@Nullable String name;

		int total;

	}

}
