package io.deco.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.settings.InvalidSettingException;
import io.deco.weave.WeaveRun;
import io.deco.weave.WeavingException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

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

	private boolean fork;

	private boolean skip;

	AbstractWeaveMojo(String reportName) {
		this.reportName = reportName;
	}

	/**
	 * Returns where the classes find those that they use.
	 */
	abstract List<String> classPath();

	@Override
	public final void execute() throws MojoExecutionException, MojoFailureException {
		Path folder = this.classes.toPath();
		if (!Files.isDirectory(folder)) {
			getLog().debug("deco: no classes in " + folder);
			return;
		}
		try {
			WeaveRequest request = request(folder);
			WeaveRun run = new WeaveRun(request.settings(), getLog()::info, getLog()::warn);
			if (this.skip) {
				getLog().info("deco: skipped");
				run.restore();
			}
			else {
				report(weaves(folder) ? new WeaverProcess(getLog()::info, getLog()::warn).weave(request) : run.weave());
			}
		}
		catch (InvalidSettingException | WeavingException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (IOException | UncheckedIOException ex) {
			throw new MojoExecutionException("Cannot weave " + folder + ": " + ex.getMessage(), ex);
		}
	}

	/** Starting a JVM is not worth it for a module in which there is nothing to weave. */
	private boolean weaves(Path folder) throws IOException {
		return this.fork && ClassIndex.mentionsSynchronized(folder);
	}

	private WeaveRequest request(Path folder) {
		Path output = this.outputDirectory.toPath();
		Path build = output.getParent();
		Path project = (build != null) ? build.getParent() : null;
		return new WeaveRequest(folder.toString(), classPath(), output.toString(),
				(this.cacheDirectory != null) ? this.cacheDirectory.toString() : null, this.reportName,
				((project != null) ? project : output).toString(), this.title, this.sources, this.sideEffectFree,
				this.concurrent, this.failOn);
	}

	private void report(WeaveRun.Outcome outcome) throws MojoFailureException {
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
