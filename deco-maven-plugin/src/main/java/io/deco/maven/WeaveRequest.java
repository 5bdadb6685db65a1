package io.deco.maven;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.deco.analysis.RemarkSelection;
import io.deco.analysis.settings.Declarations;
import io.deco.analysis.settings.MethodPatterns;
import io.deco.weave.WeaveRun;
import org.jspecify.annotations.Nullable;

/**
 * What a goal asks for, as the build says it, so that it can be sent to another JVM.
 *
 * @param classes the class folder
 * @param classPath its class path
 * @param output the folder of the reports and of the classes as they were
 * @param cache the folder of what is remembered of jars, {@code null} to remember nothing
 * @param reportName the name of the reports
 * @param project the folder that the log names files from
 * @param title what the report is about
 * @param sources the source folders
 * @param sideEffectFree patterns of methods that are so
 * @param concurrent patterns of methods that are so
 * @param failOn the remarks that fail the build
 */
record WeaveRequest(String classes, List<String> classPath, String output, @Nullable String cache, String reportName,
		String project, String title, List<String> sources, List<String> sideEffectFree, List<String> concurrent,
		List<String> failOn) {

	/**
	 * Returns the settings of the run.
	 * @throws io.deco.analysis.InvalidSettingException if a pattern or a remark cannot be
	 * understood
	 */
	WeaveRun.Settings settings() {
		Path reports = Path.of(this.output);
		Declarations declarations = new Declarations(MethodPatterns.of("sideEffectFree", this.sideEffectFree),
				MethodPatterns.of("concurrent", this.concurrent));
		return new WeaveRun.Settings(List.of(Path.of(this.classes)), paths(this.classPath), reports,
				(this.cache != null) ? Path.of(this.cache) : null, reports, this.reportName, Path.of(this.project),
				this.title, paths(this.sources), declarations, RemarkSelection.of("failOn", this.failOn));
	}

	private static List<Path> paths(List<String> names) {
		return names.stream().map(Path::of).toList();
	}

	void write(DataOutputStream out) throws IOException {
		out.writeUTF(this.classes);
		write(this.classPath, out);
		out.writeUTF(this.output);
		write((this.cache != null) ? List.of(this.cache) : List.of(), out);
		out.writeUTF(this.reportName);
		out.writeUTF(this.project);
		out.writeUTF(this.title);
		write(this.sources, out);
		write(this.sideEffectFree, out);
		write(this.concurrent, out);
		write(this.failOn, out);
	}

	private static void write(List<String> texts, DataOutputStream out) throws IOException {
		out.writeInt(texts.size());
		for (String text : texts) {
			out.writeUTF(text);
		}
	}

	static WeaveRequest read(DataInputStream in) throws IOException {
		String classes = in.readUTF();
		List<String> classPath = readList(in);
		String output = in.readUTF();
		List<String> cache = readList(in);
		return new WeaveRequest(classes, classPath, output, cache.isEmpty() ? null : cache.get(0), in.readUTF(),
				in.readUTF(), in.readUTF(), readList(in), readList(in), readList(in), readList(in));
	}

	private static List<String> readList(DataInputStream in) throws IOException {
		int size = in.readInt();
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			texts.add(in.readUTF());
		}
		return texts;
	}

}
