package io.deco.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.deco.analysis.Remark;
import io.deco.analysis.RemarkSelection;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.settings.Declarations;
import io.deco.analysis.settings.DeclaredConcurrency;
import io.deco.report.ConsoleReport;
import io.deco.report.FailureReport;
import io.deco.report.HtmlReport;
import io.deco.report.JsonReport;
import io.deco.report.SourceFolders;
import io.deco.report.TextReport;
import io.deco.report.WeaveReport;
import org.jspecify.annotations.Nullable;

/**
 * One step of a build, the same for every build tool: the classes of a module are woven
 * in place and the reports written.
 */
public final class WeaveRun {

	private static final String RUNTIME = "io/deco/runtime/WovenCalls";

	private final Settings settings;

	private final Consumer<String> info;

	private final Consumer<String> warn;

	/**
	 * Creates a run.
	 * @param settings what to do
	 * @param info takes what a build logs
	 * @param warn takes warnings
	 */
	public WeaveRun(Settings settings, Consumer<String> info, Consumer<String> warn) {
		this.settings = settings;
		this.info = info;
		this.warn = warn;
	}

	/**
	 * Weaves the classes and writes the reports.
	 * @return what came out
	 * @throws IOException if a file cannot be read or written
	 * @throws WeavingException if the module cannot be woven safely
	 */
	public Outcome weave() throws IOException {
		Map<Path, PristineCopies> pristine = openCopies();
		List<Path> module = new ArrayList<>();
		this.settings.classes().forEach((folder) -> module.add(copies(folder)));
		module.addAll(this.settings.classes());
		List<Path> libraries = this.settings.classPath()
			.stream()
			.filter((path) -> !this.settings.classes().contains(path))
			.distinct()
			.toList();
		try (ClassIndex index = ClassIndex.open(module, libraries, this.settings.cache())) {
			if (index.bytes(RUNTIME) == null) {
				restore(pristine);
				return new Outcome(false, null);
			}
			Declarations declarations = this.settings.declarations();
			declarations.unmatched(index).forEach((message) -> this.warn.accept("deco: " + message));
			WovenModule woven = new ModuleWeaver(index, declarations).weave();
			install(woven, pristine);
			ConcurrentList.write(this.settings.classes().get(0),
					new DeclaredConcurrency(index, declarations.concurrent()).methods());
			return new Outcome(true, report(new WeaveReport(woven.remarks(), woven.methods())));
		}
	}

	/**
	 * Restores the classes as the compiler wrote them.
	 * @throws IOException if a file cannot be read or written
	 */
	public void restore() throws IOException {
		restore(openCopies());
	}

	private void restore(Map<Path, PristineCopies> pristine) throws IOException {
		for (Map.Entry<Path, PristineCopies> entry : pristine.entrySet()) {
			entry.getValue().install(Map.of());
			ConcurrentList.write(entry.getKey(), List.of());
		}
	}

	private Map<Path, PristineCopies> openCopies() throws IOException {
		Map<Path, PristineCopies> pristine = new LinkedHashMap<>();
		for (Path folder : this.settings.classes()) {
			pristine.put(folder, PristineCopies.open(folder, copies(folder)));
		}
		return pristine;
	}

	/**
	 * Named after the place of the folder in the build, whatever other folders there are.
	 */
	private Path copies(Path folder) {
		Path build = this.settings.output().toAbsolutePath().normalize().getParent();
		Path classes = folder.toAbsolutePath().normalize();
		Path place = (build != null && classes.startsWith(build)) ? build.relativize(classes) : classes;
		List<String> names = new ArrayList<>();
		place.forEach((name) -> names.add(name.toString()));
		return this.settings.output().resolve(String.join("-", names));
	}

	private void install(WovenModule woven, Map<Path, PristineCopies> pristine) throws IOException {
		Map<Path, Map<String, byte[]>> byFolder = new HashMap<>();
		woven.classes().forEach((name, classFile) -> {
			Path home = this.settings.classes()
				.stream()
				.filter((folder) -> Files.exists(folder.resolve(name + ".class")))
				.findFirst()
				.orElse(this.settings.classes().get(0));
			byFolder.computeIfAbsent(home, (folder) -> new HashMap<>()).put(name, classFile);
		});
		for (Map.Entry<Path, PristineCopies> entry : pristine.entrySet()) {
			entry.getValue().install(byFolder.getOrDefault(entry.getKey(), Map.of()));
		}
	}

	private @Nullable String report(WeaveReport report) throws IOException {
		SourceFolders sources = new SourceFolders(this.settings.sources());
		Path page = write(".html", new HtmlReport(report, sources, this.settings.title()).render());
		write(".txt", new TextReport(report).render());
		write(".json", new JsonReport(report).render());
		new ConsoleReport(report).log(this.info, this.warn);
		this.info.accept("deco: " + report.summary() + " (" + fromBase(page) + ")");
		List<Remark> failures = this.settings.failOn().of(report.remarks());
		return failures.isEmpty() ? null : new FailureReport(failures).render();
	}

	private Path fromBase(Path file) {
		Path base = this.settings.base().toAbsolutePath().normalize();
		Path target = file.toAbsolutePath().normalize();
		return target.startsWith(base) ? base.relativize(target) : target;
	}

	private Path write(String suffix, String content) throws IOException {
		Path folder = Files.createDirectories(this.settings.reports());
		return Files.writeString(folder.resolve(this.settings.reportName() + suffix), content);
	}

	/**
	 * What to do.
	 *
	 * @param classes the class folders of the module
	 * @param classPath its class path
	 * @param output the folder of the classes as they were before weaving
	 * @param cache the folder of what is remembered of the jars of the class path, which
	 * may be shared and deleted, {@code null} to remember nothing
	 * @param reports the folder of the reports
	 * @param reportName the name of the reports, without a suffix
	 * @param base what the log names files from
	 * @param title what the page of the report is about
	 * @param sources source folders, to be shown in the report
	 * @param declarations what the build says of methods
	 * @param failOn the remarks that fail the build
	 */
	public record Settings(List<Path> classes, List<Path> classPath, Path output, @Nullable Path cache, Path reports,
			String reportName, Path base, String title, List<Path> sources, Declarations declarations,
			RemarkSelection failOn) {
	}

	/**
	 * What came out of a run.
	 *
	 * @param runtime whether the class path has the runtime; nothing is woven without it
	 * @param failure why the build should fail, {@code null} if it need not
	 */
	public record Outcome(boolean runtime, @Nullable String failure) {
	}

}
