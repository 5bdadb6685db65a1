package io.deco.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.deco.runtime.TaskTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of calls that take too long.
 */
@Timeout(120)
@ExtendWith(NothingLeft.class)
class TimeLimitTests {

	private final ApplicationContextRunner runner = Contexts.runner()
		.withBean(SimpleMeterRegistry.class)
		.withBean(Calls.class)
		.withPropertyValues("deco.grain=always", "deco.pool.core-size=2");

	private final List<String> events = Collections.synchronizedList(new ArrayList<>());

	@Test
	void nameMethodLineAndTime() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatExceptionOfType(TaskTimeoutException.class)
				.isThrownBy(() -> WovenCaller.invoke((caller) -> Calls.forkLimited(caller, calls, this::block)))
				.withMessageContaining("io.deco.autoconfigure.Calls.limited")
				.withMessageContaining("com.example.Carts.price(Carts.java:12)")
				.withMessageContaining("PT0.02S")
				.withCauseInstanceOf(InterruptedException.class);
			assertScopesClosed(context.getBean(MeterRegistry.class));
		});
	}

	@Test
	void holdForCallsThatRunInTheirCaller() {
		this.runner.withPropertyValues("deco.mode=sequential").run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatExceptionOfType(TaskTimeoutException.class)
				.isThrownBy(() -> WovenCaller.invoke((caller) -> Calls.forkLimited(caller, calls, this::block)))
				.withMessageContaining("io.deco.autoconfigure.Calls.limited");
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		});
	}

	@Test
	void closeTheScopeInOrder() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			CountDownLatch started = new CountDownLatch(2);
			CountDownLatch interrupted = new CountDownLatch(1);
			assertThatExceptionOfType(TaskTimeoutException.class).isThrownBy(() -> WovenCaller.invoke((caller) -> {
				Object late = Calls.forkLimited(caller, calls, () -> {
					started.countDown();
					try {
						return block();
					}
					finally {
						interrupted.countDown();
					}
				});
				Calls.fork(caller, calls, () -> {
					started.countDown();
					interrupted.await();
					return this.events.add("the running one was awaited");
				});
				started.await();
				Calls.fork(caller, calls, () -> this.events.add("ran"));
				return caller.awaitUnclaimed(late);
			}));
			this.events.add("returned");
			assertThat(this.events).startsWith("the running one was awaited").endsWith("returned");
			assertScopesClosed(context.getBean(MeterRegistry.class));
		});
	}

	@Test
	void waitForCallsThatIgnoreTheInterrupt() {
		this.runner.run((context) -> {
			Calls calls = context.getBean(Calls.class);
			assertThatExceptionOfType(TaskTimeoutException.class)
				.isThrownBy(() -> WovenCaller.invoke((caller) -> Calls.forkLimited(caller, calls, () -> {
					try {
						return block();
					}
					catch (InterruptedException ex) {
						this.events.add("went on");
						return "as if nothing had happened";
					}
				})))
				.withNoCause();
			assertThat(this.events).containsExactly("went on");
			Object flag = WovenCaller
				.invoke((caller) -> Calls.fork(caller, calls, () -> Thread.currentThread().isInterrupted()));
			assertThat(flag).isEqualTo(false);
		});
	}

	@Test
	void mayBeAsLongAsADurationCanBe() {
		this.runner.run((context) -> assertThat(context.getBean(Calls.class).patiently(() -> "in time"))
			.succeedsWithin(Duration.ofSeconds(30))
			.isEqualTo("in time"));
	}

	private Object block() throws InterruptedException {
		new CountDownLatch(1).await();
		return this;
	}

	private static void assertScopesClosed(MeterRegistry registry) {
		assertThat(registry.get("deco.scope.active").gauge().value()).isZero();
	}

}
