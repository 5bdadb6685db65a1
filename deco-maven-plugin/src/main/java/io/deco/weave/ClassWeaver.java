package io.deco.weave;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.deco.analysis.MethodAnalyzer;
import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites one class: carries out the plans of its methods and marks it as woven. Frames
 * are computed for the rewritten methods only; all others stay as they are.
 */
final class ClassWeaver {

	private static final String WOVEN = "Lio/deco/runtime/Woven;";

	private final ClassIndex index;

	private final byte[] bytes;

	private final SyntheticMethods synthetic;

	/**
	 * Creates a weaver of a class.
	 * @param index all classes
	 * @param type the class
	 * @param bytes its class file
	 */
	ClassWeaver(ClassIndex index, ClassNode type, byte[] bytes) {
		this.index = index;
		this.bytes = bytes;
		this.synthetic = new SyntheticMethods(type);
	}

	/**
	 * Weaves the methods that have something to weave.
	 * @param analyses what was found, each with its own copy of a method of the class
	 * @param sequential the methods that could not be woven, with their descriptors
	 * @return the class file
	 */
	byte[] weave(List<MethodAnalyzer.Analysis> analyses, List<String> sequential) {
		analyses.forEach(this::weave);
		Map<String, MethodNode> changed = analyses.stream()
			.map(MethodAnalyzer.Analysis::method)
			.collect(Collectors.toMap((method) -> method.name + method.desc, Function.identity()));
		ClassReader reader = new ClassReader(this.bytes);
		FrameWriter writer = new FrameWriter(reader, this.index);
		reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
					@Nullable String signature, String @Nullable [] exceptions) {
				MethodNode woven = changed.get(name + descriptor);
				if (woven != null) {
					woven.accept(this.cv);
					return null;
				}
				return super.visitMethod(access, name, descriptor, signature, exceptions);
			}

			@Override
			public void visitEnd() {
				ClassWeaver.this.synthetic.all().forEach((method) -> method.accept(this.cv));
				mark(this.cv, sequential);
				super.visitEnd();
			}

		}, 0);
		return writer.toByteArray();
	}

	private void weave(MethodAnalyzer.Analysis analysis) {
		if (analysis.plan() != null) {
			new MethodWeaver(analysis.plan(), this.synthetic).weave();
		}
		if (!analysis.pipelines().isEmpty()) {
			MethodNode method = analysis.method();
			PipelineWeaver weaver = new PipelineWeaver(method, this.synthetic);
			analysis.pipelines().forEach(weaver::weave);
		}
	}

	private static void mark(ClassVisitor type, List<String> sequential) {
		AnnotationVisitor woven = type.visitAnnotation(WOVEN, true);
		if (!sequential.isEmpty()) {
			AnnotationVisitor methods = woven.visitArray("sequential");
			sequential.forEach((method) -> methods.visit(null, method));
			methods.visitEnd();
		}
		woven.visitEnd();
	}

	/**
	 * Computes frames from the index, without loading a class. Methods that are not
	 * parsed are copied.
	 */
	private static final class FrameWriter extends ClassWriter {

		private final ClassIndex index;

		private FrameWriter(ClassReader reader, ClassIndex index) {
			super(reader, COMPUTE_FRAMES);
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
