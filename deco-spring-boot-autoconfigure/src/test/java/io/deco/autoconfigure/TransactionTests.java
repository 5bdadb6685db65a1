package io.deco.autoconfigure;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of concurrent calls in an active transaction.
 */
@ExtendWith(OutputCaptureExtension.class)
class TransactionTests {

	private static final String HERE = Thread.currentThread().getName();

	private final ApplicationContextRunner runner = Contexts.runner().withBean(Quotes.class);

	private final TransactionTemplate transaction = new TransactionTemplate(new Transactions());

	@Test
	void runInTheirCallerByDefault() {
		this.runner.run((context) -> {
			Quotes quotes = context.getBean(Quotes.class);
			assertThat(quoteInTransaction(quotes)).isEqualTo(HERE);
			assertThat(inTransaction(() -> quotes.later().join())).isEqualTo(HERE);
			assertThat(WovenCaller.call(quotes, Quotes.class, "quote")).asString().startsWith("deco-");
		});
	}

	@Test
	void warnOncePerMethod(CapturedOutput output) {
		this.runner.withPropertyValues("deco.transaction=warn").run((context) -> {
			assertThat(quoteInTransaction(context.getBean(Quotes.class))).isEqualTo(HERE);
			assertThat(quoteInTransaction(context.getBean(Quotes.class))).isEqualTo(HERE);
			assertThat(output).containsOnlyOnce("'io.deco.autoconfigure.Quotes.quote' was called in an active");
		});
	}

	@Test
	void failIfAsked() {
		this.runner.withPropertyValues("deco.transaction=fail").run((context) -> {
			Quotes quotes = context.getBean(Quotes.class);
			assertThatIllegalStateException().isThrownBy(() -> quoteInTransaction(quotes))
				.withMessageContaining("io.deco.autoconfigure.Quotes.quote")
				.withMessageContaining("deco.transaction=inline");
			assertThat(inTransaction(quotes::quote)).isEqualTo(HERE);
		});
	}

	private String quoteInTransaction(Quotes quotes) {
		return inTransaction(() -> WovenCaller.call(quotes, Quotes.class, "quote"));
	}

	private String inTransaction(Supplier<@Nullable Object> action) {
		Object result = this.transaction.execute((status) -> action.get());
		return String.valueOf(result);
	}

}
