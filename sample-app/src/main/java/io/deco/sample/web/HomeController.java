package io.deco.sample.web;

import java.io.IOException;

import io.deco.sample.comparison.Comparisons;
import io.deco.sample.comparison.Progress;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Shows the comparison and makes it again.
 */
@Controller
class HomeController {

	private final Comparisons comparisons;

	HomeController(Comparisons comparisons) {
		this.comparisons = comparisons;
	}

	@GetMapping("/")
	String home(Model model) throws IOException {
		Progress progress = this.comparisons.progress();
		model.addAttribute("progress", progress);
		model.addAttribute("cards", Card.of(progress));
		model.addAttribute("rounds", this.comparisons.rounds());
		model.addAttribute("warmUps", this.comparisons.warmUps());
		model.addAttribute("processors", Runtime.getRuntime().availableProcessors());
		model.addAttribute("java", Runtime.version());
		return "home";
	}

	@PostMapping("/runs")
	String run() {
		this.comparisons.start();
		return "redirect:/";
	}

}
