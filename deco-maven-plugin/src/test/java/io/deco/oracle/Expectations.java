package io.deco.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.deco.analysis.Remark;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What trailing comments say that the weaver does on their lines.
 * <p>
 * {@code // forks}: a call starts a task. {@code // waits: f, g}: the results of calls of
 * {@code f} and {@code g} are awaited. {@code // waits all}: so is everything pending.
 * {@code // sequential}: a concurrent call runs in its caller. {@code // unwoven}: the
 * method is left as it was. {@code // unmarked}: a method modifies an argument unmarked.
 * A semicolon separates several. A method with one such comment must carry all: a line
 * without it has no such remark. That a return waits for all goes without saying.
 */
final class Expectations {

	private static final Pattern COMMENT = Pattern
		.compile("//\\s*((?:forks|waits all|waits: [\\w, ]+|sequential|unwoven|unmarked)(?:;\\s*|\\s*$))+");

	private final Program program;

	Expectations(Program program) {
		this.program = program;
	}

	/**
	 * Returns a line for each difference between comments and remarks.
	 */
	List<String> differences() {
		Map<Integer, Set<String>> expected = expected();
		Set<Integer> strict = new TreeSet<>();
		for (Set<Integer> lines : methodLines()) {
			if (lines.stream().anyMatch(expected::containsKey)) {
				strict.addAll(lines);
			}
		}
		Map<Integer, Set<String>> actual = new TreeMap<>();
		for (Remark remark : this.program.remarks()) {
			if (strict.contains(remark.line()) && !isReturn(remark)) {
				actual.computeIfAbsent(remark.line(), (line) -> new TreeSet<>()).addAll(render(remark, expected));
			}
		}
		List<String> differences = new ArrayList<>();
		Set<Integer> lines = new TreeSet<>(expected.keySet());
		lines.addAll(actual.keySet());
		for (int line : lines) {
			Set<String> said = expected.getOrDefault(line, Set.of());
			Set<String> done = actual.getOrDefault(line, Set.of());
			if (!said.equals(done)) {
				differences.add("line " + line + ": expected " + said + " but was " + done);
			}
		}
		return differences;
	}

	private Map<Integer, Set<String>> expected() {
		Map<Integer, Set<String>> expected = new TreeMap<>();
		String[] lines = this.program.source().split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			Matcher comment = COMMENT.matcher(lines[i]);
			if (comment.find()) {
				Set<String> remarks = new TreeSet<>();
				for (String item : comment.group().substring(2).split(";", -1)) {
					remarks.addAll(parse(item.trim()));
				}
				expected.put(i + 1, remarks);
			}
		}
		return expected;
	}

	private static List<String> parse(String item) {
		if (item.startsWith("waits: ")) {
			return Arrays.stream(item.substring("waits: ".length()).split(",", -1))
				.map((name) -> "waits: " + name.trim())
				.toList();
		}
		return item.isEmpty() ? List.of() : List.of(item);
	}

	/**
	 * Renders a remark as comments would. Of a wait, the names that the comment gives are
	 * kept if the remark mentions them.
	 */
	private static Set<String> render(Remark remark, Map<Integer, Set<String>> expected) {
		return switch (remark.kind()) {
			case FORKED -> Set.of("forks");
			case BARRIER -> Set.of("waits all");
			case SEQUENTIAL -> Set.of("sequential");
			case UNWOVEN -> Set.of("unwoven");
			case UNMARKED -> Set.of("unmarked");
			case AWAITED -> {
				Set<String> names = new LinkedHashSet<>();
				for (String item : expected.getOrDefault(remark.line(), Set.of())) {
					if (item.startsWith("waits: ") && mentions(remark.subject(), item.substring("waits: ".length()))) {
						names.add(item);
					}
				}
				yield names.isEmpty() ? Set.of("waits: " + remark.subject()) : names;
			}
		};
	}

	private static boolean isReturn(Remark remark) {
		return remark.kind() == Remark.Kind.BARRIER && remark.reason().equals("the method returns");
	}

	private static boolean mentions(String subject, String name) {
		return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(subject).find();
	}

	/**
	 * The lines of each method.
	 */
	private List<Set<Integer>> methodLines() {
		List<Set<Integer>> methods = new ArrayList<>();
		for (byte[] file : this.program.plain().values()) {
			new ClassReader(file).accept(new ClassVisitor(Opcodes.ASM9) {
				@Override
				public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
						String[] exceptions) {
					Set<Integer> lines = new TreeSet<>();
					methods.add(lines);
					return new MethodVisitor(Opcodes.ASM9) {
						@Override
						public void visitLineNumber(int line, Label start) {
							lines.add(line);
						}
					};
				}
			}, ClassReader.SKIP_FRAMES);
		}
		return methods;
	}

}
