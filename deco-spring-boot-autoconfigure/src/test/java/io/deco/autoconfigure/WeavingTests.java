package io.deco.autoconfigure;

import io.deco.Synchronized;
import io.deco.runtime.Woven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what is said about beans that were not woven.
 */
@ExtendWith(OutputCaptureExtension.class)
class WeavingTests {

	private static final String PROBLEM = "@Synchronized methods in classes that were not woven";

	private final ApplicationContextRunner runner = Contexts.runner();

	@Test
	void warnsOnceWithTheCure(CapturedOutput output) {
		this.runner.withBean("carts", Carts.class).withBean("orders", Orders.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).containsOnlyOnce(PROBLEM)
				.contains("bean 'carts': io.deco.autoconfigure.WeavingTests$Carts.price")
				.contains("bean 'orders': io.deco.autoconfigure.WeavingTests$Orders.first, ")
				.contains("<artifactId>deco-maven-plugin</artifactId>")
				.doesNotContain("helper");
		});
	}

	@Test
	void saysNothingAboutWovenClasses(CapturedOutput output) {
		this.runner.withBean(WovenCarts.class).run((context) -> assertThat(output).doesNotContain(PROBLEM));
	}

	@Test
	void saysNothingIfAsked(CapturedOutput output) {
		this.runner.withBean(Carts.class)
			.withPropertyValues("deco.weaving.verify=none")
			.run((context) -> assertThat(output).doesNotContain(PROBLEM));
	}

	@Test
	void looksAtSuperclasses(CapturedOutput output) {
		this.runner.withBean("sub", Sub.class)
			.run((context) -> assertThat(output)
				.contains("bean 'sub': io.deco.autoconfigure.WeavingTests$Carts.price"));
	}

	@Test
	void findsBeansThatAreMadeLater(CapturedOutput output) {
		this.runner.withBean("carts", Carts.class, Carts::new, (definition) -> definition.setLazyInit(true))
			.run((context) -> {
				assertThat(output).contains("bean 'carts'");
				context.getBean("carts");
				assertThat(output).containsOnlyOnce(PROBLEM);
			});
	}

	@Test
	void failsTheStartUpIfAsked() {
		this.runner.withBean("carts", Carts.class).withPropertyValues("deco.weaving.verify=fail").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = Contexts.analyze(new UnwovenFailureAnalyzer(), context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains(PROBLEM)
				.contains("bean 'carts': io.deco.autoconfigure.WeavingTests$Carts.price");
			assertThat(analysis.getAction()).contains("<goal>weave</goal>", "target/deco/report.txt",
					"deco.weaving.verify=warn");
		});
	}

	static class Carts {

		@Synchronized
		public int price() {
			return 0;
		}

		void helper() {
		}

	}

	static class Sub extends Carts {

	}

	@Synchronized
	abstract static class OrdersBase {

		abstract void abstractOnes();

	}

	@Synchronized
	static class Orders {

		void first() {
		}

		void second() {
		}

	}

	@Woven
	static class WovenCarts {

		@Synchronized
		public int price() {
			return 0;
		}

	}

}
