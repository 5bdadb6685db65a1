package io.deco.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;

import io.deco.analysis.ClassIndex;
import io.deco.report.ConsoleReport;
import io.deco.report.HtmlReport;
import io.deco.report.JsonReport;
import io.deco.report.SourceFolders;
import io.deco.report.TextReport;
import io.deco.report.WeaveReport;
import io.deco.weave.ModuleWeaver;
import io.deco.weave.PristineCopies;
import io.deco.weave.WeavingException;
import io.deco.weave.WovenModule;

/**
 * What both goals do: weave a class folder in place, and report.
 */
abstract class AbstractWeaveMojo extends AbstractMojo {

	private static final String RUNTIME = "io/deco/runtime/WovenCalls";

	private static final String NO_RUNTIME = """
			deco: nothing is woven, since the class path has no deco runtime. Add the dependency
			  <dependency>
			    <groupId>io.deco</groupId>
			    <artifactId>deco-spring-boot-starter</artifactId>
			    <version>%s</version>
			  </dependency>""";

	private final String reportName;

	private File classes = new File("");

	private File outputDirectory = new File("");

	private List<String> sources = List.of();

	private String title = "";

	private boolean skip;

	AbstractWeaveMojo(String reportName) {
		this.reportName = reportName;
	}

	/**
	 * Returns where the classes find those that they use.
	 */
	abstract List<Path> classPath();

	@Override
	public final void execute() throws MojoExecutionException {
		Path folder = this.classes.toPath();
		if (!Files.isDirectory(folder)) {
			getLog().debug("deco: no classes in " + folder);
			return;
		}
		try {
			Path copies = this.outputDirectory.toPath().resolve(folder.getFileName());
			PristineCopies pristine = PristineCopies.open(folder, copies);
			if (this.skip) {
				getLog().info("deco: skipped");
				pristine.install(Map.of());
			}
			else {
				weave(folder, copies, pristine);
			}
		}
		catch (WeavingException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (IOException | UncheckedIOException ex) {
			throw new MojoExecutionException("Cannot weave " + folder + ": " + ex.getMessage(), ex);
		}
	}

	private void weave(Path folder, Path copies, PristineCopies pristine) throws IOException {
		List<Path> module = List.of(copies, folder);
		List<Path> libraries = classPath().stream().filter((path) -> !path.equals(folder)).distinct().toList();
		try (ClassIndex index = ClassIndex.open(module, libraries)) {
			if (index.bytes(RUNTIME) == null) {
				getLog().warn(NO_RUNTIME.formatted(version()));
				pristine.install(Map.of());
				return;
			}
			WovenModule woven = new ModuleWeaver(index, module, libraries).weave();
			pristine.install(woven.classes());
			report(new WeaveReport(woven.remarks(), woven.methods()));
		}
	}

	private void report(WeaveReport report) throws IOException {
		SourceFolders folders = new SourceFolders(this.sources.stream().map(Path::of).toList());
		Path page = write(".html", new HtmlReport(report, folders, this.title).render());
		write(".txt", new TextReport(report).render());
		write(".json", new JsonReport(report).render());
		new ConsoleReport(report).log(getLog()::info, getLog()::warn);
		getLog().info("deco: " + report.summary() + " (" + relative(page) + ")");
	}

	private Path write(String suffix, String content) throws IOException {
		Path folder = Files.createDirectories(this.outputDirectory.toPath());
		return Files.writeString(folder.resolve(this.reportName + suffix), content);
	}

	private Path relative(Path file) {
		Path build = this.outputDirectory.toPath().getParent();
		Path project = (build != null) ? build.getParent() : null;
		return (project != null) ? project.relativize(file) : file;
	}

	private String version() {
		String version = getClass().getPackage().getImplementationVersion();
		return (version != null) ? version : "${deco.version}";
	}

}
