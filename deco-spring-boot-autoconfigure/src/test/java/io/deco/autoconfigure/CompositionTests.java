package io.deco.autoconfigure;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.deco.Concurrent;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of concurrent methods beside what else Spring does for a bean.
 */
@Timeout(120)
@ExtendWith(NothingLeft.class)
class CompositionTests {

	private static final String HERE = Thread.currentThread().getName();

	private final ApplicationContextRunner runner = Contexts.runner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Advice.class)
		.withBean(Composed.class)
		.withPropertyValues("deco.grain=always", "deco.pool.core-size=4");

	@Test
	void callsOfTransactionalCallersBelongToTheirTransaction() {
		this.runner.run((context) -> {
			Composed bean = context.getBean(Composed.class);
			assertThat(bean.callerInTransaction(bean))
				.isEqualTo(HERE + " in callerInTransaction, " + HERE + " in newTransaction");
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
		});
	}

	@Test
	void transactionalCalleesHaveTransactionsOfTheirOwn() {
		this.runner.run((context) -> {
			Composed bean = context.getBean(Composed.class);
			CountDownLatch both = new CountDownLatch(2);
			bean.meeting(both);
			try (WovenCaller caller = new WovenCaller()) {
				Object first = caller.fork(bean, Composed.class, "meetInTransaction");
				Object second = caller.fork(bean, Composed.class, "meetInTransaction");
				assertThat(caller.awaitUnclaimed(first)).asString().startsWith("deco-").endsWith(" true");
				assertThat(caller.awaitUnclaimed(second)).asString().startsWith("deco-").endsWith(" true");
			}
		});
	}

	@Test
	void retriesEndWithTheExceptionOfTheCall() {
		this.runner.run((context) -> {
			Composed bean = context.getBean(Composed.class);
			assertThatIllegalStateException().isThrownBy(() -> WovenCaller.call(bean, Composed.class, "hopeless"))
				.withMessage("attempt 3");
		});
	}

	@Test
	void limitsHoldAmongTasks() {
		this.runner.run((context) -> {
			Composed bean = context.getBean(Composed.class);
			try (WovenCaller caller = new WovenCaller()) {
				Object[] counts = new Object[8];
				for (int i = 0; i < counts.length; i++) {
					counts[i] = caller.fork(bean, Composed.class, "alone");
				}
				for (Object count : counts) {
					assertThat(caller.await(count)).isEqualTo(1);
				}
			}
		});
	}

	@Test
	void cachesAreFilledOnce() {
		this.runner.run((context) -> {
			Composed bean = context.getBean(Composed.class);
			try (WovenCaller caller = new WovenCaller()) {
				Object first = caller.fork(bean, Composed.class, "cached", "key");
				Object second = caller.fork(bean, Composed.class, "cached", "key");
				Object other = caller.fork(bean, Composed.class, "cached", "other");
				assertThat(caller.await(first)).isEqualTo(caller.await(second));
				caller.await(other);
			}
			assertThat(target(bean).computed).hasValue(2);
		});
	}

	@Test
	void violationsAreThrownAsTheyAre() {
		this.runner.run((context) -> {
			Composed bean = context.getBean(Composed.class);
			assertThat(WovenCaller.call(bean, Composed.class, "half", 4)).isEqualTo(2);
			assertThatExceptionOfType(ConstraintViolationException.class)
				.isThrownBy(() -> WovenCaller.call(bean, Composed.class, "half", -1))
				.withMessageContaining("half.number");
			assertThatExceptionOfType(ConstraintViolationException.class)
				.isThrownBy(() -> WovenCaller.call(bean, Composed.class, "nothing"))
				.withMessageContaining("return value");
		});
	}

	@Test
	void asynchronousMethodsStayWhatTheyAre() {
		this.runner.run((context) -> {
			Composed bean = context.getBean(Composed.class);
			assertThat(bean.asynchronous().join()).startsWith("task-");
			assertThat(WovenCaller.call(bean, Composed.class, "thread")).asString().startsWith("deco-");
			assertThat(bean.later().join()).startsWith("deco-");
		});
	}

	private static Composed target(Composed bean) {
		return AopTestUtils.getUltimateTargetObject(bean);
	}

	@Validated
	static class Composed {

		final AtomicInteger computed = new AtomicInteger();

		private final AtomicInteger attempts = new AtomicInteger();

		private final AtomicInteger inside = new AtomicInteger();

		private @Nullable CountDownLatch meeting;

		void meeting(CountDownLatch meeting) {
			AopTestUtils.<Composed>getUltimateTargetObject(this).meeting = meeting;
		}

		@Transactional
		public String callerInTransaction(Composed self) {
			try (WovenCaller caller = new WovenCaller()) {
				Object first = caller.fork(self, Composed.class, "transaction");
				Object second = caller.fork(self, Composed.class, "newTransaction");
				return caller.await(first) + ", " + caller.await(second);
			}
		}

		@Concurrent
		public String transaction() {
			String name = TransactionSynchronizationManager.getCurrentTransactionName();
			return thread() + " in " + StringUtils.unqualify(String.valueOf(name));
		}

		@Concurrent
		@Transactional(propagation = Propagation.REQUIRES_NEW)
		public String newTransaction() {
			return transaction();
		}

		@Concurrent
		@Transactional
		public String meetInTransaction() throws InterruptedException {
			CountDownLatch both = Objects.requireNonNull(this.meeting);
			both.countDown();
			both.await();
			return thread() + " " + TransactionSynchronizationManager.isActualTransactionActive();
		}

		@Concurrent
		@Retryable(maxRetries = 2, delay = 0)
		public String hopeless() {
			throw new IllegalStateException("attempt " + this.attempts.incrementAndGet());
		}

		@Concurrent
		@ConcurrencyLimit(1)
		public Integer alone() {
			try {
				return this.inside.incrementAndGet();
			}
			finally {
				this.inside.decrementAndGet();
			}
		}

		@Concurrent
		@Cacheable(cacheNames = "values", sync = true)
		public Integer cached(String key) {
			return this.computed.incrementAndGet();
		}

		@Concurrent
		public Integer half(@Positive Integer number) {
			return number / 2;
		}

		@Concurrent
		@NotNull
		@SuppressWarnings("NullAway") // what a careless method may do
		public Object nothing() {
			return null;
		}

		@Async
		public CompletableFuture<String> asynchronous() {
			return CompletableFuture.completedFuture(thread());
		}

		@Concurrent
		public String thread() {
			return Calls.thread();
		}

		@Concurrent
		public CompletableFuture<String> later() {
			return CompletableFuture.completedFuture(Calls.thread());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	@EnableCaching
	@EnableResilientMethods
	@EnableTransactionManagement
	static class Advice {

		@Bean
		Transactions transactionManager() {
			return new Transactions();
		}

		@Bean
		CacheManager cacheManager() {
			return new ConcurrentMapCacheManager();
		}

	}

}
