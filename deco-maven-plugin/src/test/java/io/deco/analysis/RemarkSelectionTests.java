package io.deco.analysis;

import java.util.List;

import io.deco.analysis.Remark.Kind;
import io.deco.analysis.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RemarkSelectionTests {

	private static final Remark MAIL = remark(Kind.BARRIER, "calls Mail.confirm", "move it");

	private static final Remark RETURN = remark(Kind.BARRIER, "the method returns", "");

	private static final Remark LOCKED = remark(Kind.SEQUENTIAL, "a lock is held here", "move it");

	private static final Remark ODD = remark(Kind.UNWOVEN, "it cannot be read", "");

	private static final List<Remark> ALL = List.of(MAIL, RETURN, LOCKED, ODD);

	@Test
	void choosesByKind() {
		assertThat(RemarkSelection.of("failOn", List.of("sequential", " UNWOVEN")).of(ALL)).containsExactly(LOCKED,
				ODD);
		assertThat(RemarkSelection.NONE.of(ALL)).isEmpty();
	}

	@Test
	void choosesOnlyWaitsThatCouldBeAvoided() {
		assertThat(RemarkSelection.of("failOn", List.of("barrier")).of(ALL)).containsExactly(MAIL);
	}

	@Test
	void choosesByReason() {
		assertThat(RemarkSelection.of("failOn", List.of("sequential: A Lock", "barrier: Clock")).of(ALL))
			.containsExactly(LOCKED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "forked", "locks: a lock" })
	void refusesWhatItCannotUnderstand(String choice) {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> RemarkSelection.of("failOn", List.of(choice)))
			.withMessageStartingWith("The parameter failOn has the choice '" + choice + "'")
			.withMessageContaining("barrier, sequential, unwoven or unmarked");
	}

	private static Remark remark(Kind kind, String reason, String advice) {
		return new Remark(kind, "Carts", "price", "Carts.java", 1, "f", reason, advice, List.of());
	}

}
