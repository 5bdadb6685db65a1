package io.deco.maven;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;

/**
 * Measures what weaving adds to compiling a module, once, in a JVM that has just started,
 * as the goal does it in a build. {@code CONTRIBUTING.md} says how to run it.
 */
final class WeaveTime {

	private static final String SOURCE = """
			package com.example.p%1$d;

			import java.util.ArrayList;
			import java.util.Comparator;
			import java.util.HashMap;
			import java.util.List;
			import java.util.Map;
			import java.util.Objects;
			import java.util.stream.Collectors;

			import com.example.p%2$d.C%3$d;
			import io.deco.Concurrent;
			import io.deco.Synchronized;

			public class C%4$d {

				private final Map<String, List<Integer>> index = new HashMap<>();

				private final String name;

				private C%3$d next;

				private int total;

				public C%4$d(String name) {
					this.name = Objects.requireNonNull(name, "name");
				}

				public String getName() {
					return this.name;
				}

				public void setNext(C%3$d next) {
					this.next = next;
				}

				public int getTotal() {
					return this.total;
				}

				public void add(String key, int value) {
					if (key == null || key.isEmpty()) {
						throw new IllegalArgumentException("No key for " + value + " in " + this.name);
					}
					this.index.computeIfAbsent(key, (absent) -> new ArrayList<>()).add(value);
					this.total += value;
				}

				public List<String> largest(int limit) {
					return this.index.entrySet()
						.stream()
						.filter((entry) -> !entry.getValue().isEmpty())
						.sorted(Comparator.comparing((Map.Entry<String, List<Integer>> entry) -> entry.getValue().size())
							.reversed())
						.limit(limit)
						.map((entry) -> entry.getKey() + "=" + entry.getValue())
						.collect(Collectors.toList());
				}

				public int sum(List<String> keys) {
					int sum = 0;
					for (String key : keys) {
						List<Integer> values = this.index.getOrDefault(key, List.of());
						for (int i = 0; i < values.size(); i++) {
							sum += switch (i %% 3) {
								case 0 -> values.get(i);
								case 1 -> -values.get(i);
								default -> 2 * values.get(i);
							};
						}
					}
					return sum;
				}

				public String describe() {
					StringBuilder text = new StringBuilder();
					try {
						text.append(this.name).append(": ").append(this.total);
						if (this.next != null) {
							text.append(", then ").append(this.next.getName());
						}
					}
					catch (IllegalStateException ex) {
						text.append(ex.getMessage());
					}
					finally {
						text.append('.');
					}
					return text.toString();
				}

				@Override
				public boolean equals(Object other) {
					return other instanceof C%4$d that && this.name.equals(that.name) && this.total == that.total;
				}

				@Override
				public int hashCode() {
					return Objects.hash(this.name, this.total);
				}
			%5$s
			}
			""";

	private static final String WOVEN = """

				@Concurrent
				public int quote(String key) {
					return sum(List.of(key));
				}

				@Synchronized
				public int quotes(List<String> keys) {
					int first = quote(keys.get(0));
					int second = quote(keys.get(1));
					this.total = quote(getName());
					if (first > second) {
						add("more", first);
					}
					int sum = 0;
					for (String key : keys) {
						sum += quote(key);
					}
					return sum + this.total;
				}

				@Synchronized
				public String all(List<String> keys, C%d other) {
					int own = quote("own");
					int others = other.quote("other");
					try {
						other.add("x", quote("y"));
					}
					catch (IllegalArgumentException ex) {
						return ex.getMessage();
					}
					return getName() + own + others + describe();
				}
			""";

	private WeaveTime() {
	}

	/**
	 * Compiles a module and weaves it.
	 * @param arguments how many classes, how many of them have {@code @Synchronized}
	 * methods, an empty folder to work in, the class path of the module, and the folder
	 * of the cache, if any
	 */
	public static void main(String... arguments) throws IOException {
		int classes = Integer.parseInt(arguments[0]);
		int woven = Integer.parseInt(arguments[1]);
		Path folder = Files.createDirectories(Path.of(arguments[2]));
		String cache = (arguments.length > 4) ? arguments[4] : null;
		try {
			List<Path> sources = generate(folder.resolve("src"), classes, woven);
			Path target = Files.createDirectories(folder.resolve("target/classes"));
			List<String> log = new ArrayList<>();
			long start = System.nanoTime();
			compile(sources, target, arguments[3]);
			long compiled = System.nanoTime();
			weave(target, folder, cache, arguments[3], log);
			long finished = System.nanoTime();
			System.out.println(log.get(log.size() - 1));
			System.out.printf("%,d classes, %,d woven: compile %,d ms, weave %,d ms: weaving adds %.1f %%%n", classes,
					woven, (compiled - start) / 1_000_000, (finished - compiled) / 1_000_000,
					100.0 * (finished - compiled) / (compiled - start));
		}
		finally {
			delete(folder);
		}
	}

	private static List<Path> generate(Path folder, int classes, int woven) throws IOException {
		List<Path> files = new ArrayList<>();
		for (int i = 0; i < classes; i++) {
			int next = (i + 7) % classes;
			boolean chosen = i % Math.max(1, classes / woven) == 0 && i / Math.max(1, classes / woven) < woven;
			Path file = folder.resolve("com/example/p" + i / 20 + "/C" + i + ".java");
			Files.createDirectories(file.getParent());
			Files.writeString(file, SOURCE.formatted(i / 20, next / 20, next, i, chosen ? WOVEN.formatted(i) : ""));
			files.add(file);
		}
		return files;
	}

	private static void compile(List<Path> sources, Path target, String classPath) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			List<String> options = List.of("-d", target.toString(), "-g", "-proc:none", "--release", "17", "-cp",
					classPath);
			if (!compiler.getTask(output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
				.call()) {
				throw new IllegalStateException(output.toString());
			}
		}
	}

	private static void weave(Path target, Path folder, @Nullable String cache, String classPath, List<String> log)
			throws IOException {
		new WeaverProcess(log::add, log::add)
			.weave(new WeaveRequest(target.toString(), List.of(classPath.split(File.pathSeparator, -1)),
					folder.resolve("target/deco").toString(), cache, "report", folder.toString(), "Time",
					List.of(folder.resolve("src").toString()), List.of(), List.of(), List.of()));
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
				Files.delete(file);
			}
		}
	}

}
