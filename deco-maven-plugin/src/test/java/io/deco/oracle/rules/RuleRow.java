package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.objectweb.asm.util.Printer;

/**
 * A row of the table.
 *
 * @param section the part of the table
 * @param labels the instructions, all with the same rule
 * @param variant which of them, may be empty
 * @param pending what becomes of an operand that is pending
 * @param others what is done while other calls are pending
 * @param reads what is done besides while calls that modify an argument, or stores, are
 * pending
 * @param why the reason
 */
record RuleRow(String section, List<String> labels, String variant, String pending, String others, String reads,
		String why) {

	private static final Set<String> MNEMONICS = Arrays.stream(Printer.OPCODES)
		.map((name) -> name.toLowerCase(Locale.ROOT))
		.collect(Collectors.toSet());

	static RuleRow of(RuleModule.Rule rule) {
		RuleProgram program = rule.program();
		if (rule.analyses().isEmpty()) {
			return new RuleRow(program.section(), List.of(program.label()), program.variant(), "–", "is not woven", "–",
					program.why());
		}
		Map<String, String> pending = new LinkedHashMap<>();
		List<String> reads = new ArrayList<>();
		String others = "";
		for (Situation situation : Situation.of(program)) {
			Decision decision = new Decision(program, Objects.requireNonNull(rule.analyses().get(situation)),
					rule.wovenMethod(situation));
			switch (situation.kind()) {
				case OPERAND -> pending.merge(program.operands().get(situation.operand()).name(),
						decision.ofPending(situation.operand()), RuleRow::same);
				case CALL -> others = decision.ofOthers();
				case MODIFIER, STORE -> reads.add(decision.ofReads());
			}
		}
		return new RuleRow(program.section(), List.of(program.label()), program.variant(), describe(pending), others,
				describe(others, reads.get(0), reads.get(1)), program.why());
	}

	private static String same(String first, String second) {
		return first.equals(second) ? first : first + " or " + second;
	}

	private static String describe(Map<String, String> pending) {
		Map<String, String> namesByOutcome = pending.entrySet()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getValue, LinkedHashMap::new,
					Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))));
		if (namesByOutcome.isEmpty()) {
			return "–";
		}
		return namesByOutcome.entrySet()
			.stream()
			.map((entry) -> entry.getValue() + ": " + entry.getKey())
			.collect(Collectors.joining("; "));
	}

	private static String describe(String others, String modified, String stored) {
		if (others.equals("waits for all") || (modified.equals("goes on") && stored.equals("goes on"))) {
			return "–";
		}
		return modified.equals(stored) ? modified : "calls: " + modified + "; stores: " + stored;
	}

	boolean hasSameRule(RuleRow other) {
		return this.section.equals(other.section) && this.variant.equals(other.variant)
				&& this.pending.equals(other.pending) && this.others.equals(other.others)
				&& this.reads.equals(other.reads) && this.why.equals(other.why);
	}

	RuleRow with(RuleRow other) {
		List<String> all = new ArrayList<>(this.labels);
		all.addAll(other.labels);
		return new RuleRow(this.section, all, this.variant, this.pending, this.others, this.reads, this.why);
	}

	String markdown() {
		boolean code = this.labels.stream().allMatch(MNEMONICS::contains);
		String name = this.labels.stream()
			.distinct()
			.map((label) -> code ? "`" + label + "`" : label)
			.collect(Collectors.joining(code ? ", " : "; "));
		String variant = this.variant.isEmpty() ? "" : ", " + this.variant;
		return "| " + String.join(" | ", name + variant, this.pending, this.others, this.reads, this.why) + " |";
	}

}
