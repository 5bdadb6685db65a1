package io.deco.oracle;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;

/**
 * Checks the oracle: breaks deco in many ways, each in {@code src/test/mutations.txt},
 * one at a time, and tells which case finds it. A mutation that none finds lacks a case.
 * <p>
 * Run in the folder of the plugin, with its test class path; takes patterns for the names
 * of mutations, all if there is none. Exits with 1 if one survived.
 */
public final class MutationCheck {

	private static final Path LIST = Path.of("src/test/mutations.txt");

	private MutationCheck() {
	}

	/**
	 * Runs the check.
	 * @param patterns patterns for the names of mutations
	 * @throws Exception if a mutation cannot be made
	 */
	public static void main(String[] patterns) throws Exception {
		Path work = Files.createTempDirectory("mutations");
		List<Mutation> mutations = Mutation.read(LIST);
		for (Mutation mutation : mutations) {
			compile(mutation, overlay(work, mutation));
		}
		String unbroken = run(work.resolve("none"));
		if (!unbroken.equals("survived")) {
			throw new IllegalStateException("Without a mutation: " + unbroken);
		}
		List<String> survivors = new ArrayList<>();
		int made = 0;
		for (Mutation mutation : mutations) {
			if (patterns.length > 0 && Stream.of(patterns)
				.noneMatch((pattern) -> Pattern.compile(pattern).matcher(mutation.name()).find())) {
				continue;
			}
			made++;
			long start = System.nanoTime();
			String result = run(overlay(work, mutation));
			System.out.printf("%-60s %s (%d s)%n", mutation.name(), result,
					(System.nanoTime() - start) / 1_000_000_000);
			if (result.equals("survived")) {
				survivors.add(mutation.name());
			}
		}
		System.out.println(made + " mutations, " + survivors.size() + " survived " + survivors);
		System.exit(survivors.isEmpty() ? 0 : 1);
	}

	private static Path overlay(Path work, Mutation mutation) {
		return work.resolve(mutation.name().replaceAll("\\W+", "-"));
	}

	private static void compile(Mutation mutation, Path overlay) throws IOException {
		Path source = overlay.resolve("src").resolve(mutation.file());
		Files.createDirectories(source.getParent());
		Files.writeString(source, mutation.mutated());
		int result = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-nowarn", "-g", "-parameters", "--release", "17", "-cp", classPath(),
					"-d", overlay.toString(), source.toString());
		if (result != 0) {
			throw new IllegalStateException(mutation.name() + " does not compile");
		}
	}

	private static String classPath() {
		return System.getProperty("java.class.path");
	}

	private static String run(Path overlay) throws Exception {
		Files.createDirectories(overlay);
		FutureTask<@Nullable String> run = new FutureTask<>(() -> {
			try (URLClassLoader loader = new Overlay(overlay)) {
				Method killer = loader.loadClass(Mutant.class.getName()).getDeclaredMethod("killer");
				killer.setAccessible(true);
				return (String) killer.invoke(null);
			}
		});
		Thread thread = new Thread(run, "mutant");
		thread.setDaemon(true);
		thread.start();
		try {
			String killer = run.get(10, TimeUnit.MINUTES);
			return (killer != null) ? "killed by " + killer : "survived";
		}
		catch (TimeoutException ex) {
			return "killed: it does not end";
		}
	}

	/**
	 * Loads deco and the oracle anew, mutated classes first.
	 */
	private static final class Overlay extends URLClassLoader {

		Overlay(Path overlay) throws MalformedURLException {
			super(urls(overlay), MutationCheck.class.getClassLoader());
		}

		private static URL[] urls(Path overlay) throws MalformedURLException {
			List<URL> urls = new ArrayList<>(List.of(overlay.toUri().toURL()));
			for (String entry : classPath().split(File.pathSeparator, -1)) {
				urls.add(Path.of(entry).toUri().toURL());
			}
			return urls.toArray(URL[]::new);
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith("io.deco.")) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				return (loaded != null) ? loaded : findClass(name);
			}
		}

	}

}
