package io.deco.oracle;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The oracle finds it when deco is broken. These are some mutations of the list, each
 * with the cases that it names; {@link MutationCheck} tries all.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MutationTests {

	private static final Set<String> SOME = Set.of("no wait before an effect", "overriding methods are forgotten",
			"a normal exit of a try block does not wait", "readers do not wait for modifiers",
			"targets of writes are told by equality", "queued stores are made in the wrong order",
			"handlers do not see exceptions of calls inside",
			"a read of a field takes the write of another field for its own");

	private final List<Mutation> mutations;

	private final Hunt hunt;

	MutationTests() throws IOException {
		this.mutations = Mutation.read(MutationCheck.LIST);
		this.hunt = new Hunt(CaseModule.compile(some().flatMap((mutation) -> mutation.cases().stream()).toList()));
	}

	@AfterAll
	void close() throws IOException {
		this.hunt.close();
	}

	private Stream<Mutation> some() {
		return this.mutations.stream().filter((mutation) -> SOME.contains(mutation.name()));
	}

	@Test
	void theSourcesSayWhatMutationsReplace() throws IOException {
		for (Mutation mutation : this.mutations) {
			assertThat(mutation.mutated()).as(mutation.name()).isNotEmpty();
		}
	}

	@TestFactory
	Stream<DynamicTest> aCaseFindsWhatIsBroken() {
		assertThat(some()).hasSameSizeAs(SOME);
		return some().map((mutation) -> DynamicTest.dynamicTest(mutation.name(),
				() -> assertThat(this.hunt.findNamed(mutation)).as(mutation.cases().toString()).isNotNull()));
	}

}
