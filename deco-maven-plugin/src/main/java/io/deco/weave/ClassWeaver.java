package io.deco.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import io.deco.analysis.ClassIndex;
import io.deco.analysis.MethodAnalyzer;

/**
 * Rewrites one class: carries out the plans of its methods and marks it as woven. Frames
 * are computed for the rewritten methods only; all others stay as they are.
 */
final class ClassWeaver {

	private static final String WOVEN = "Lio/deco/runtime/Woven;";

	private final ClassIndex index;

	private final ClassNode type;

	private final SiteMethods sites;

	ClassWeaver(ClassIndex index, byte[] bytes) {
		this.index = index;
		this.type = read(bytes, 0);
		this.sites = new SiteMethods(this.type);
	}

	static ClassNode read(byte[] bytes, int flags) {
		ClassNode node = new ClassNode();
		new ClassReader(bytes).accept(node, flags);
		return node;
	}

	/**
	 * Weaves the methods that have something to weave.
	 * @param analyses what was found, each with its own copy of a method of the class
	 * @param sequential the methods that could not be woven, with their descriptors
	 * @return the class file
	 */
	byte[] weave(List<MethodAnalyzer.Analysis> analyses, List<String> sequential) {
		analyses.forEach(this::weave);
		List<MethodNode> changed = new ArrayList<>(analyses.stream().map(MethodAnalyzer.Analysis::method).toList());
		changed.addAll(this.sites.methods());
		Map<String, MethodNode> framed = withFrames(changed);
		this.type.methods.replaceAll((method) -> framed.getOrDefault(method.name + method.desc, method));
		this.sites.methods().forEach((method) -> {
			MethodNode complete = framed.get(method.name + method.desc);
			this.type.methods.add((complete != null) ? complete : method);
		});
		mark(sequential);
		ClassWriter writer = new ClassWriter(0);
		this.type.accept(writer);
		return writer.toByteArray();
	}

	private void weave(MethodAnalyzer.Analysis analysis) {
		if (analysis.plan() != null) {
			new MethodWeaver(analysis.plan(), this.sites).weave();
		}
		if (!analysis.pipelines().isEmpty()) {
			MethodNode method = analysis.method();
			String caller = this.type.name.replace('/', '.') + "." + method.name;
			PipelineWeaver weaver = new PipelineWeaver(caller, method, this.sites);
			analysis.pipelines().forEach(weaver::weave);
		}
	}

	private Map<String, MethodNode> withFrames(List<MethodNode> methods) {
		ClassNode partial = new ClassNode();
		partial.visit(this.type.version, this.type.access, this.type.name, this.type.signature, this.type.superName,
				this.type.interfaces.toArray(String[]::new));
		partial.methods.addAll(methods);
		ClassWriter writer = new FrameWriter(this.index);
		partial.accept(writer);
		return read(writer.toByteArray(), 0).methods.stream()
			.collect(Collectors.toMap((method) -> method.name + method.desc, Function.identity()));
	}

	private void mark(List<String> sequential) {
		AnnotationNode woven = new AnnotationNode(WOVEN);
		if (!sequential.isEmpty()) {
			woven.values = List.of("sequential", sequential);
		}
		if (this.type.visibleAnnotations == null) {
			this.type.visibleAnnotations = new ArrayList<>();
		}
		this.type.visibleAnnotations.add(woven);
	}

	/**
	 * Computes frames from the index, without loading a class.
	 */
	private static final class FrameWriter extends ClassWriter {

		private final ClassIndex index;

		private FrameWriter(ClassIndex index) {
			super(COMPUTE_FRAMES);
			this.index = index;
			// ASM's own limits are for class files that nobody trusts
			setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
		}

		@Override
		protected String getCommonSuperClass(String first, String second) {
			return this.index.commonSuperclass(first, second);
		}

	}

}
