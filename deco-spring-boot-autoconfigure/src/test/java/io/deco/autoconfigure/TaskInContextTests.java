package io.deco.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TaskInContext} and {@link TaskContext}, in one thread: what it holds
 * when the task runs stands for what a pool's thread holds.
 */
class TaskInContextTests {

	private final Held outer = new Held("outer");

	private final Held inner = new Held("inner");

	private final List<ThreadLocalAccessor<Object>> accessors = List.of(this.outer, this.inner);

	private final List<@Nullable Object> seen = new ArrayList<>();

	@AfterEach
	void clear() {
		MDC.clear();
		ContextRegistry.getInstance().removeThreadLocalAccessor("tests.held");
	}

	@Test
	void showsWhatWasHeldAtTheForkAndRestoresWhatIsHeldNow() {
		this.outer.value = "forked";
		TaskInContext task = TaskInContext.capture(this::look, this.accessors);
		this.outer.value = "later";
		this.inner.value = "later";
		task.run();
		assertThat(this.seen).containsExactly("forked", null);
		assertThat(this.outer.value).isEqualTo("later");
		assertThat(this.inner.value).isEqualTo("later");
	}

	@Test
	void showsNothingIfNothingWasHeld() {
		TaskInContext task = TaskInContext.capture(this::look, this.accessors);
		this.outer.value = "later";
		task.run();
		assertThat(this.seen).containsExactly(null, null);
		assertThat(this.outer.value).isEqualTo("later");
	}

	@Test
	void removesWhatTheTaskLeaves() {
		TaskInContext.capture(() -> this.inner.value = "left", this.accessors).run();
		assertThat(this.inner.value).isNull();
	}

	@Test
	void restoresEverythingIfTheTaskFails() {
		this.outer.value = "held";
		TaskInContext task = TaskInContext.capture(() -> {
			this.outer.value = "changed";
			this.inner.value = "left";
			throw new IllegalStateException("task");
		}, this.accessors);
		assertThatIllegalStateException().isThrownBy(task::run).withMessage("task");
		assertThat(this.outer.value).isEqualTo("held");
		assertThat(this.inner.value).isNull();
	}

	@Test
	void restoresTheOthersIfOneCannotBeSet() {
		TaskInContext task = TaskInContext.capture(this::look, this.accessors);
		this.outer.value = "held";
		this.inner.broken = true;
		assertThatIllegalStateException().isThrownBy(task::run).withMessage("inner");
		assertThat(this.seen).isEmpty();
		assertThat(this.outer.value).isEqualTo("held");
	}

	@Test
	void knowsWhatIsRegisteredLater() {
		TaskContext context = new TaskContext(false);
		Held held = new Held("tests.held");
		held.value = "before";
		ContextRegistry.getInstance().registerThreadLocalAccessor(held);
		Decorated task = context.propagate(() -> this.seen.add(held.value));
		held.value = "later";
		task.run();
		ContextRegistry.getInstance().removeThreadLocalAccessor("tests.held");
		context.propagate(() -> this.seen.add(held.value)).run();
		assertThat(this.seen).containsExactly("before", "later");
	}

	@Test
	void seesWhatChangedBetweenTwoForks() {
		TaskContext context = new TaskContext(false);
		MDC.put("user", "anna");
		Decorated first = context.propagate(() -> this.seen.add(MDC.get("user")));
		MDC.put("user", "bert");
		Decorated second = context.propagate(() -> this.seen.add(MDC.get("user")));
		MDC.clear();
		first.run();
		second.run();
		assertThat(this.seen).containsExactly("anna", "bert");
		assertThat(MDC.get("user")).isNull();
	}

	private void look() {
		this.seen.add(this.outer.value);
		this.seen.add(this.inner.value);
	}

	private static final class Held implements ThreadLocalAccessor<Object> {

		private final String key;

		private @Nullable Object value;

		private boolean broken;

		Held(String key) {
			this.key = key;
		}

		@Override
		public Object key() {
			return this.key;
		}

		@Override
		public @Nullable Object getValue() {
			return this.value;
		}

		@Override
		public void setValue(Object value) {
			this.value = value;
		}

		@Override
		public void setValue() {
			if (this.broken) {
				throw new IllegalStateException(this.key);
			}
			this.value = null;
		}

	}

}
