package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The published table, as text.
 */
final class RuleTable {

	private static final String HEAD = """
			# Rules of the weaver

			What woven code does at each instruction of the JVM and each kind of call. The default is to wait.

			This page is generated from the analysis that decides it: `RuleTableTests` writes a method around each
			instruction, analyses and weaves it, runs it plain and woven, and fails if this page says anything else. To write
			the page anew: `mvn verify -pl deco-maven-plugin -am -Dtest=RuleTableTests -Drules.write=true
			-Dsurefire.failIfNoSpecifiedTests=false`.

			- *A pending operand*: what becomes of an operand that is the result of a concurrent call which may not have ended.
			  What is stored, written or computed later is so in program order, and fails where sequential code would.
			- *While calls are pending*: what is done before the instruction while a call is pending that has nothing to do
			  with it. To wait for all is to wait in program order, and to throw what the first failed call threw.
			- *Before it reads*: what is done besides, while a call is pending that modifies an argument, or a store to a
			  collection.
			- A pending write to a field is applied before any read of the field, anywhere in the module: AspectJ weaves that
			  into the readers.
			- `Map.computeIfAbsent` is queued as other stores are if its function is a lambda that captures nothing, has no
			  effect and reads at most the key; what it returns is known at once.
			- A lambda or method reference that makes a concurrent call is run for many elements ahead if it is written as an
			  argument of `map`, `filter` or `forEach`, of `Map.forEach`, or of a collector that runs it for each element. Its type,
			  and that of a function for `computeIfAbsent`, must be a functional interface of the JDK itself.
			- Whatever is pending when control leaves a `try`, `catch` or `finally` in which it started is awaited there.
			""";

	private RuleTable() {
	}

	static String of(List<RuleModule.Rule> rules, String forms) {
		List<RuleRow> rows = new ArrayList<>();
		for (RuleModule.Rule rule : rules) {
			RuleRow row = RuleRow.of(rule);
			int last = rows.size() - 1;
			if (last >= 0 && rows.get(last).hasSameRule(row)) {
				rows.set(last, rows.get(last).with(row));
			}
			else {
				rows.add(row);
			}
		}
		StringBuilder text = new StringBuilder(HEAD);
		String section = "";
		for (RuleRow row : rows) {
			if (!row.section().equals(section)) {
				section = row.section();
				text.append("\n## ").append(section).append("\n\n");
				text.append("| instruction | a pending operand | while calls are pending | before it reads | why |\n");
				text.append("|---|---|---|---|---|\n");
			}
			text.append(row.markdown()).append('\n');
		}
		return text.append("\n## Other forms\n\n").append(forms).toString();
	}

}
