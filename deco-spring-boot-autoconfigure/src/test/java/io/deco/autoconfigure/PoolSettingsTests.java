package io.deco.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what pools refuse, each as an application would see it.
 */
class PoolSettingsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					deco.pool.core-size=0                      | deco.pool.core-size         | at least one thread
					deco.pool.core-size=-3                     | deco.pool.core-size         | at least one thread
					deco.pool.queue-capacity=-1                | deco.pool.queue-capacity    | 0 (no queue) or more
					deco.pool.keep-alive=-1s                   | deco.pool.keep-alive        | must not be negative
					deco.pool.keep-alive=10ms                  | deco.pool.keep-alive        | at least one second
					deco.pool.shutdown.await-termination-period=-1s | deco.pool.shutdown.await-termination-period | negative
					deco.pool.core-size=9,deco.pool.max-size=8 | deco.pool.max-size          | less than its core-size, which is 9
					deco.pool.max-size=0                       | deco.pool.max-size          | less than its core-size
					deco.pools.http.core-size=0                | deco.pools.http.core-size   | at least one thread
					deco.pool.max-size=5,deco.pools.http.core-size=6 | deco.pools.http.max-size | unset keys are as in deco.pool
					deco.pools.default.core-size=6             | deco.pools                  | configured with deco.pool
					deco.pools.a-b.core-size=6,deco.pools.aB.core-size=6 | deco.pools        | both be the bean 'decoABTaskExecutor'
					""")
	void refuses(String properties, String property, String reason) {
		Contexts.runner().withPropertyValues(properties.split(",", -1)).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(cause(context.getStartupFailure())).satisfies((failure) -> {
				assertThat(failure.getName()).isEqualTo(property);
				assertThat(failure.getReason()).contains(reason);
			});
		});
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void refusesVirtualThreadsOnOldVirtualMachines() {
		Contexts.runner()
			.withPropertyValues("deco.pool.virtual-threads=true")
			.run((context) -> assertThat(cause(context.getStartupFailure()).getReason()).contains("need Java 21"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void startsVirtualThreadsForAllTasksUnlessTheyAreBounded() {
		Contexts.runner().withPropertyValues("deco.pool.virtual-threads=true").run((context) -> {
			PoolSettings settings = context.getBean(PoolFactory.class).settings("");
			assertThat(settings.maxSize()).isEqualTo(Integer.MAX_VALUE);
			assertThat(settings.queueCapacity()).isZero();
		});
		Contexts.runner()
			.withPropertyValues("deco.pool.virtual-threads=true", "deco.pool.max-size=9")
			.run((context) -> {
				PoolSettings settings = context.getBean(PoolFactory.class).settings("");
				assertThat(settings.coreSize()).isEqualTo(9);
				assertThat(settings.queueCapacity()).isEqualTo(10_000);
			});
	}

	@Test
	void makesTheCoreNoGreaterThanAMaximumThatIsSet() {
		Contexts.runner()
			.withPropertyValues("deco.pool.max-size=2")
			.run((context) -> assertThat(context.getBean(PoolFactory.class).settings("").coreSize()).isEqualTo(2));
	}

	@Test
	void takesNoThreadsByDefaultThatWouldStarveCallsThatWait() {
		Contexts.runner().run((context) -> {
			PoolSettings settings = context.getBean(PoolFactory.class).settings("");
			assertThat(settings.coreSize()).isGreaterThanOrEqualTo(8);
			assertThat(settings.maxSize()).isEqualTo(settings.coreSize());
			assertThat(settings.queueCapacity()).isEqualTo(10_000);
			assertThat(settings.awaitTermination()).isTrue();
		});
	}

	private static InvalidConfigurationPropertyValueException cause(@Nullable Throwable failure) {
		for (Throwable each = failure; each != null; each = each.getCause()) {
			if (each instanceof InvalidConfigurationPropertyValueException cause) {
				return cause;
			}
		}
		throw new AssertionError("No such cause", failure);
	}

}
