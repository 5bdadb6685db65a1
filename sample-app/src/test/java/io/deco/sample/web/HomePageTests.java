package io.deco.sample.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.deco.sample.census.Census;
import io.deco.sample.census.CensusReport;
import io.deco.sample.census.ModuleCount;
import io.deco.sample.comparison.Comparison;
import io.deco.sample.comparison.Comparisons;
import io.deco.sample.comparison.Progress;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

/**
 * Each state of the page.
 */
@WebMvcTest(HomeController.class)
class HomePageTests {

	private static final CensusReport REPORT = new CensusReport(
			List.of(new ModuleCount("java.<base>", 1234, 5678, 9012, 3456, "ab".repeat(32))));

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Comparisons comparisons;

	@Test
	void asksForAFirstRun() {
		given(this.comparisons.progress()).willReturn(new Progress(false, List.of(), null));
		assertThat(page()).contains("Nothing has been measured yet").contains("Run again").doesNotContain("refresh");
	}

	@Test
	void followsARun() {
		given(this.comparisons.progress()).willReturn(new Progress(true, List.of(), null));
		assertThat(page()).contains("Measuring.")
			.contains("http-equiv=\"refresh\"")
			.containsPattern("<button[^>]* disabled");
	}

	@Test
	void showsTimesResultsAndSource() {
		given(this.comparisons.progress()).willReturn(new Progress(false, List.of(comparison(true, true)), null));
		assertThat(page()).contains("2.50 ×", "1,000 ms", "400 ms", "width: 40%", "✓ equal results")
			.contains("<span class=\"mark\">@Synchronized</span>", "counts.add(this.counter.count(module));")
			.contains("java.&lt;base&gt;", "1,234")
			.doesNotContain("DIFFER", "not woven");
	}

	@Test
	void isLoudAboutADifference() {
		given(this.comparisons.progress()).willReturn(new Progress(false, List.of(comparison(true, false)), null));
		assertThat(page()).contains("Results differ.", "✗ RESULTS DIFFER").doesNotContain("✓ equal results");
	}

	@Test
	void saysThatAClassWasNotWoven() {
		given(this.comparisons.progress()).willReturn(new Progress(false, List.of(comparison(false, true)), null));
		assertThat(page()).contains("This class was not woven");
	}

	@Test
	void saysWhatFailed() {
		given(this.comparisons.progress()).willReturn(new Progress(false, List.of(), "java.io.IOException: <gone>"));
		assertThat(page()).contains("The comparison failed.", "java.io.IOException: &lt;gone&gt;");
	}

	@Test
	void loadsNothingFromElsewhere() {
		given(this.comparisons.progress()).willReturn(new Progress(false, List.of(comparison(true, true)), null));
		assertThat(page()).doesNotContain("http://", "https://", "<script", "@import");
	}

	@Test
	void runsAgain() {
		assertThat(this.mvc.post().uri("/runs")).hasStatus3xxRedirection().hasRedirectedUrl("/");
		then(this.comparisons).should().start();
	}

	private String page() {
		MvcTestResult result = this.mvc.get().uri("/").exchange();
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static Comparison comparison(boolean woven, boolean equal) {
		return new Comparison("census", "counts", Census.class, woven, 1000, 400, equal, REPORT);
	}

}
