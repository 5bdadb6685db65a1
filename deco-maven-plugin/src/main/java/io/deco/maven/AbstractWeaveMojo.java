package io.deco.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

import io.deco.analysis.Declarations;
import io.deco.analysis.InvalidSettingException;
import io.deco.analysis.MethodPatterns;
import io.deco.analysis.RemarkSelection;
import io.deco.weave.WeaveRun;
import io.deco.weave.WeavingException;

/**
 * What both goals do: weave a class folder in place, and report.
 */
abstract class AbstractWeaveMojo extends AbstractMojo {

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

	private @Nullable File cacheDirectory;

	private List<String> sources = List.of();

	private String title = "";

	private List<String> sideEffectFree = List.of();

	private List<String> concurrent = List.of();

	private List<String> failOn = List.of();

	private boolean skip;

	AbstractWeaveMojo(String reportName) {
		this.reportName = reportName;
	}

	/**
	 * Returns where the classes find those that they use.
	 */
	abstract List<Path> classPath();

	@Override
	public final void execute() throws MojoExecutionException, MojoFailureException {
		Path folder = this.classes.toPath();
		if (!Files.isDirectory(folder)) {
			getLog().debug("deco: no classes in " + folder);
			return;
		}
		try {
			WeaveRun run = new WeaveRun(settings(folder), getLog()::info, getLog()::warn);
			if (this.skip) {
				getLog().info("deco: skipped");
				run.restore();
			}
			else {
				weave(run);
			}
		}
		catch (InvalidSettingException | WeavingException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (IOException | UncheckedIOException ex) {
			throw new MojoExecutionException("Cannot weave " + folder + ": " + ex.getMessage(), ex);
		}
	}

	private WeaveRun.Settings settings(Path folder) {
		Path output = this.outputDirectory.toPath();
		Path build = output.getParent();
		Path project = (build != null) ? build.getParent() : null;
		Declarations declarations = new Declarations(MethodPatterns.of("sideEffectFree", this.sideEffectFree),
				MethodPatterns.of("concurrent", this.concurrent));
		return new WeaveRun.Settings(List.of(folder), classPath(), output,
				(this.cacheDirectory != null) ? this.cacheDirectory.toPath() : null, output, this.reportName,
				(project != null) ? project : output, this.title, this.sources.stream().map(Path::of).toList(),
				declarations, RemarkSelection.of("failOn", this.failOn));
	}

	private void weave(WeaveRun run) throws IOException, MojoFailureException {
		WeaveRun.Outcome outcome = run.weave();
		if (!outcome.runtime()) {
			getLog().warn(NO_RUNTIME.formatted(version()));
		}
		if (outcome.failure() != null) {
			throw new MojoFailureException(outcome.failure());
		}
	}

	private String version() {
		String version = getClass().getPackage().getImplementationVersion();
		return (version != null) ? version : "${deco.version}";
	}

}
