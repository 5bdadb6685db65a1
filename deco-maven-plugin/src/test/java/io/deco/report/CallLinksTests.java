package io.deco.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.report.CallLinks.Call;

import static org.assertj.core.api.Assertions.assertThat;

class CallLinksTests {

	@Test
	void givesCallsThatArePendingTogetherLanesOfTheirOwn() {
		CallLinks links = CallLinks
			.of(List.of(fork(1, "a.f", 4), fork(2, "b.g", 3), fork(4, "c.h", 5), fork(5, "d.i", 6)));
		assertThat(links.calls()).extracting(Call::lane).containsExactly(0, 1, 1, 0);
		assertThat(links.lanes()).isEqualTo(2);
	}

	@Test
	void aCallOfALoopIsPendingFromTheFirstOfItsWaits() {
		Call call = CallLinks.of(List.of(fork(5, "a.f", 3, 7))).calls().get(0);
		assertThat(call.isPendingAt(2)).isFalse();
		assertThat(call.isPendingAt(3)).isTrue();
		assertThat(call.isPendingAt(7)).isTrue();
		assertThat(call.isPendingAt(8)).isFalse();
	}

	@Test
	void tellsCallsOfOneLineApartByWhatTheWaitIsAbout() {
		Remark wait = remark(Kind.AWAITED, 4, "b.g", 1);
		CallLinks links = CallLinks.of(List.of(fork(1, "a.f", 4), fork(1, "b.g", 4), wait));
		assertThat(links.of(wait)).extracting((call) -> call.fork().subject()).containsExactly("b.g");
	}

	@Test
	void linksAllCallsOfTheLinesIfTheWaitIsAboutSomethingElse() {
		Remark wait = remark(Kind.BARRIER, 4, "mail.confirm", 1, 2);
		CallLinks links = CallLinks.of(List.of(fork(1, "a.f", 4), fork(2, "b.g", 4), fork(3, "c.h", 5), wait));
		assertThat(links.of(wait)).extracting(Call::number).containsExactly(0, 1);
		assertThat(links.of(remark(Kind.SEQUENTIAL, 9, "d.i"))).isEmpty();
	}

	private static Remark fork(int line, String subject, Integer... related) {
		return remark(Kind.FORKED, line, subject, related);
	}

	private static Remark remark(Kind kind, int line, String subject, Integer... related) {
		return new Remark(kind, "Carts", "price", "Carts.java", line, subject, "", "", List.of(related));
	}

}
