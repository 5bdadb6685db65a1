package io.deco.analysis.effects;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.forks.ConcurrentCalls.ConcurrentCall;
import io.deco.analysis.forks.ConcurrentCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArgumentWrites}.
 */
class ArgumentWritesTests {

	private static final String CLASSES = """
			package a; import io.deco.*; import java.util.*; import java.util.concurrent.atomic.*;
			import java.util.function.*; import java.util.stream.*; import java.nio.*; import java.io.*; import java.nio.charset.*;
			class D { int x; D next; D[] all; int[] ints; List<D> list; Map<String, D> map; StringBuilder text; BitSet bits;
			String name; Date date; AtomicInteger count; TreeMap<String, D> tree; Deque<D> deque; ByteBuffer buffer;
			Writer out; Iterator<D> rest; List<String> names; char[] chars; byte[] bytes; String[] words; D next() { return next; } String name() { return name; } }
			class H { D d; List<D> list; H() { } H(D d) { this.d = d; } static H make() { return new H(); }
			D d() { return d; } void keep(D d) { this.d = d; } static void copy(D from, H to) { to.d = from.next; }
			List<D> list() { return list; } }
			class W { W(D d) { d.next.x = 1; } }
			class Mark implements Consumer<D> { final D captured; Mark(D captured) { this.captured = captured; }
			public void accept(D d) { d.x = 1; } }
			class Count implements Consumer<D> { int n; public void accept(D d) { n += d.x; } }
			class Late implements Runnable { final D d; Late(D d) { this.d = d; } public void run() { d.x = 1; } }
			interface Visitor { void visit(D d); } interface Reader { int read(D d); } interface Step { void go(); }
			class S { static final Visitor V = (d) -> d.x = 1; static final Reader R = (d) -> d.x;
			static Step step(D d) { return () -> d.x = 1; } Consumer<D> hook; Mark mark; static Consumer<D> marker() { return d -> d.x = 1; }
			%s }
			""";

	private static final String METHODS = """
			@Concurrent int f%1$d(D a, Visitor visitor, Reader reader, Step step) { %2$s return 1; }
			@Concurrent void g%1$d(D a, Visitor visitor, Reader reader, Step step) { %2$s }
			""";

	private static final String PARAMETERS = "(La/D;La/Visitor;La/Reader;La/Step;)";

	private static final List<String> WRITERS = List.of("a.next.x = 1;", "D[] c = a.all.clone(); c[0].x = 1;",
			"new H(a.next).d.x = 1;", "H h = new H(); h.d = a.next; h.d().x = 1;",
			"H h = new H(); h.keep(a.next); h.d().x = 1;", "H h = new H(); H.copy(a, h); h.d.x = 1;",
			"H h = H.make(); h.d = a.next; h.d.x = 1;", "H[] h = { new H(a.next) }; h[0].d.x = 1;",
			"H h = new H(); H[] all = { h }; all[0].d = a.next; h.d.x = 1;",
			"for (D d : new ArrayList<>(a.list)) d.x = 1;",
			"List<D> l = new ArrayList<>(); l.addAll(a.list); l.get(0).x = 1;",
			"List<D> l = new ArrayList<>(a.list); List<D> m = new ArrayList<>(); m.addAll(l); m.get(0).x = 1;",
			"Map<String, List<D>> m = new HashMap<>(); m.computeIfAbsent(\"\", s -> new ArrayList<>()).add(a.next); m.get(\"\").get(0).x = 1;",
			"List<D> l = new ArrayList<>(); a.list.forEach(l::add); l.get(0).x = 1;",
			"List<D> l = new ArrayList<>(); a.list.forEach(d -> l.add(d.next)); l.get(0).x = 1;",
			"D d = null; D e = new D(); for (int i = 0; i < 9; i++) { if (d != null) d.x = 1; d = e.next; e.next = a.next; }",
			"new W(a);", "a.list.forEach(W::new);", "a.list.forEach(d -> d.x = 1);", "a.list.forEach(new Mark(null));",
			"a.list.forEach(new Consumer<D>() { public void accept(D d) { d.x = 1; } });", "new Late(a.next).run();",
			"List.of(new Late(a.next)).forEach(Runnable::run);", "a.list.forEach(this.mark);",
			"a.list.forEach(marker());", "Consumer<D> c = (a.x > 0) ? new Mark(null) : new Count(); a.list.forEach(c);",
			"visitor.visit(a.next);", "V.visit(a.next);", "a.ints[0] = 1;",
			"System.arraycopy(new int[1], 0, a.ints, 0, 1);", "Arrays.fill(a.ints, 1);",
			"Arrays.setAll(a.ints, i -> i);", "Arrays.parallelPrefix(a.ints, Integer::sum);",
			"Collections.rotate(a.list, 1);", "Collections.copy(a.list, List.of());",
			"Collections.addAll(a.list, new D());", "a.tree.pollFirstEntry();", "a.text.setCharAt(0, 'a');",
			"a.text.deleteCharAt(0);", "a.text.appendCodePoint(1);", "a.deque.removeFirstOccurrence(a);",
			"a.list.toArray(a.all);", "\"a\".getChars(0, 1, new char[1], 0); a.date.setTime(1);", "a.bits.flip(1);",
			"a.bits.and(new BitSet());", "a.count.incrementAndGet();", "a.count.compareAndSet(1, 2);",
			"a.count.getAndSet(1);", "a.buffer.putInt(1);", "a.buffer.flip();", "a.buffer.get();",
			"try { a.out.write(1); } catch (IOException ex) { }", "a.map.entrySet().iterator().next().setValue(null);",
			"Iterator<D> i = a.list.iterator(); i.next(); i.remove();", "a.list.listIterator().set(null);",
			"a.list.removeIf(d -> true);", "a.list.sort(null);", "a.map.values().clear();",
			"a.map.merge(\"\", a, (x, y) -> x);", "a.list.stream().map(D::next).forEach(d -> d.x = 1);",
			"a.rest.next();", "ByteBuffer.allocate(1).put(a.buffer);", "StandardCharsets.UTF_8.decode(a.buffer);",
			"Character.toChars(1, a.chars, 0);", "new PrintWriter(a.out).print(1);",
			"new Formatter(a.text).format(\"a\");");

	private static final List<String> READERS = List.of("int i = a.next.x + a.list.size() + a.map.get(\"\").x;",
			"for (D d : a.list) { int i = d.x; }",
			"Iterator<D> i = a.map.values().iterator(); i.next(); i = a.list.iterator(); i.next();",
			"List<String> l = new ArrayList<>(); for (D d : a.list) l.add(d.name); l.add(\"a\"); Collections.sort(l);",
			"Map<String, List<D>> m = new HashMap<>(); for (D d : a.list) m.computeIfAbsent(d.name, s -> new ArrayList<>()).add(d);",
			"Map<String, List<D>> m = new HashMap<>(); m.computeIfAbsent(\"\", s -> new ArrayList<>()).add(a); m.get(\"\").remove(0); for (List<D> l : m.values()) l.sort(null);",
			"Map<String, Integer> m = new TreeMap<>(); for (D d : a.list) m.merge(d.name, d.x, Integer::sum);",
			"List<D> l = new ArrayList<>(a.list); l.sort(Comparator.comparing(D::name)); l.remove(0);",
			"StringBuilder t = new StringBuilder(); for (D d : a.list) t.append(d.name).append(' '); t.setLength(1);",
			"List<String> l = new ArrayList<>(); a.list.forEach(d -> l.add(d.name));", "a.list.forEach(new Count());",
			"H h = new H(null); h.d = new D(); h.list().add(a);",
			"String s = a.list.stream().map(D::name).sorted().collect(Collectors.joining());",
			"D d = new D(); d.next = new D(); d.next.x = 1; d.names = new ArrayList<>(); d.names.add(a.name);",
			"int i = reader.read(a.next);", "int i = R.read(a.next);", "int[] c = a.ints.clone(); c[0] = 1;",
			"boolean b = a.bits.get(1) | a.deque.peekFirst() == a;",
			"String s = String.format(\"%s\", a.next) + a.date.getTime() + a.count.get();",
			"String s = String.valueOf(a.chars) + new String(a.chars) + String.join(\"\", a.words) + List.of(a.words);",
			"int i = new ByteArrayInputStream(a.bytes).read();",
			"PrintStream p = new PrintStream(new ByteArrayOutputStream()); p.print(a.chars); p.print(a.next); p.flush();",
			"byte[] b = Base64.getDecoder().decode(a.bytes);",
			"int x = a.x; List<D> l = a.list.stream().collect(Collectors.toCollection(() -> new ArrayList<>(x)));",
			"StringBuilder t = new StringBuilder(); new Formatter(t).format(\"%s\", a.next);");

	private static final List<String> UNKNOWN = List.of("hook.accept(a.next);", "a.list.forEach(hook);");

	@TempDir
	Path folder;

	@Test
	void showsWhatIsReachedThroughArgument() {
		forEach(WRITERS, (body, value, nothing) -> {
			assertThat(value.modifiesParts()).as(body).isTrue();
			assertThat(nothing.modifiesParts()).as(body).isTrue();
			assertThat(nothing.modified() & 1).as(body).isOne();
		});
	}

	@Test
	void doesNotTakeReadersForWriters() {
		forEach(READERS, (body, value, nothing) -> {
			assertThat(value.modifiesParts()).as(body).isFalse();
			assertThat(nothing.modifiesParts()).as(body).isFalse();
			assertThat(value.modified()).as(body).isZero();
		});
	}

	@Test
	void assumesOfUnknownFunctionsWhatIsAssumedOfTheMethod() {
		forEach(UNKNOWN, (body, value, nothing) -> {
			assertThat(value.modifiesParts()).as(body).isFalse();
			assertThat(nothing.modifiesParts()).as(body).isTrue();
		});
	}

	private void forEach(List<String> bodies, Check check) {
		StringBuilder methods = new StringBuilder();
		for (int i = 0; i < bodies.size(); i++) {
			methods.append(METHODS.formatted(i, bodies.get(i)));
		}
		try (ClassIndex index = Sources.index(this.folder, CLASSES.formatted(methods))) {
			ConcurrentCalls calls = new ConcurrentCalls(index, new Effects(index));
			for (int i = 0; i < bodies.size(); i++) {
				check.check(bodies.get(i), Objects.requireNonNull(calls.find("a/S", "f" + i, PARAMETERS + "I")),
						Objects.requireNonNull(calls.find("a/S", "g" + i, PARAMETERS + "V")));
			}
		}
	}

	private interface Check {

		void check(String body, ConcurrentCall value, ConcurrentCall nothing);

	}

}
