package io.deco.oracle.stress;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.deco.analysis.Remark;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.runtime.WovenCalls;
import io.deco.weave.ModuleWeaver;
import io.deco.weave.WovenModule;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A library, woven in place.
 *
 * @param library the library
 * @param classPath what it needs
 * @param classes how many of its classes changed
 * @param methods how many of its methods have calls that start a task
 * @param forks how many such calls there are
 * @param seconds how long it took to weave
 * @param unwoven what stayed as it was, and why
 */
record WovenLibrary(AnnotatedLibrary library, List<Path> classPath, int classes, int methods, int forks, double seconds,
		List<Remark> unwoven) {

	private static final String WOVEN_CALLS = Type.getInternalName(WovenCalls.class);

	private static final String STRESS_CALLS = Type.getInternalName(StressCalls.class);

	static WovenLibrary of(AnnotatedLibrary library, List<Path> classPath) throws IOException {
		long start = System.nanoTime();
		WovenModule woven;
		try (ClassIndex index = ClassIndex.open(List.of(library.folder()), classPath)) {
			woven = new ModuleWeaver(index).weave();
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		int methods = 0;
		int forks = 0;
		for (Map.Entry<String, byte[]> file : woven.classes().entrySet()) {
			Files.write(library.folder().resolve(file.getKey() + ".class"), file.getValue());
			ClassNode type = new ClassNode();
			new ClassReader(file.getValue()).accept(type, ClassReader.SKIP_FRAMES);
			for (MethodNode method : type.methods) {
				methods += calls(method, "open") > 0 ? 1 : 0;
				forks += calls(method, "fork");
			}
		}
		try (Stream<Path> files = Files.walk(library.folder())) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".class")).toList()) {
				Files.write(file, redirect(Files.readAllBytes(file)));
			}
		}
		List<Remark> unwoven = woven.remarks()
			.stream()
			.filter((remark) -> remark.kind() == Remark.Kind.UNWOVEN)
			.toList();
		return new WovenLibrary(library, classPath, woven.classes().size(), methods, forks, seconds, unwoven);
	}

	/**
	 * Lets woven code call the harness where it opens scopes and forks, and says which
	 * code initialises a class.
	 */
	private static byte[] redirect(byte[] woven) {
		ClassReader reader = new ClassReader(woven);
		ClassWriter writer = new ClassWriter(reader, 0);
		reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
					String @Nullable [] exceptions) {
				MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
				return new Redirection(next, name.equals("<clinit>"));
			}
		}, 0);
		return writer.toByteArray();
	}

	private static boolean isCall(AbstractInsnNode insn, String name) {
		return insn instanceof MethodInsnNode call && call.name.equals(name) && call.owner.equals(WOVEN_CALLS);
	}

	private static int calls(MethodNode method, String name) {
		return (int) Stream.of(method.instructions.toArray()).filter((insn) -> isCall(insn, name)).count();
	}

	/**
	 * The remarks that are faults of the weaver.
	 */
	List<String> faults() {
		return this.unwoven.stream()
			.filter((remark) -> remark.reason().contains("failed") || remark.reason().contains("does not verify"))
			.map((remark) -> remark.type() + ": " + remark.reason())
			.toList();
	}

	/**
	 * Loads, verifies and initialises all classes.
	 * @return the errors that are the verifier's
	 * @throws IOException if a file cannot be read
	 */
	Set<String> load() throws IOException {
		Set<String> errors = new TreeSet<>();
		List<URL> urls = new ArrayList<>();
		urls.add(url(this.library.folder()));
		for (Path path : this.classPath) {
			urls.add(url(path));
		}
		try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new),
				WovenLibrary.class.getClassLoader().getParent());
				Stream<Path> files = Files.walk(this.library.folder())) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".class")).toList()) {
				String path = this.library.folder().relativize(file).toString();
				String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
				try {
					Class.forName(name, true, loader);
				}
				catch (VerifyError | ClassFormatError | IncompatibleClassChangeError | BootstrapMethodError ex) {
					errors.add(name + ": " + ex);
				}
				catch (Throwable ex) {
					Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
					if (cause instanceof VerifyError) {
						errors.add(name + ": " + cause);
					}
				}
			}
		}
		return errors;
	}

	private static URL url(Path path) throws MalformedURLException {
		return path.toUri().toURL();
	}

	@Override
	public String toString() {
		return "%d of %d classes, %d methods, %d forks, %d left as they were, %.1f s".formatted(this.classes,
				this.library.classes(), this.methods, this.forks, this.unwoven.size(), this.seconds);
	}

	private static final class Redirection extends MethodVisitor {

		private final boolean initialises;

		Redirection(MethodVisitor next, boolean initialises) {
			super(Opcodes.ASM9, next);
			this.initialises = initialises;
		}

		@Override
		public void visitCode() {
			super.visitCode();
			if (this.initialises) {
				super.visitMethodInsn(Opcodes.INVOKESTATIC, STRESS_CALLS, "enterInitialiser", "()V", false);
			}
		}

		@Override
		public void visitInsn(int opcode) {
			if (this.initialises && opcode == Opcodes.RETURN) {
				super.visitMethodInsn(Opcodes.INVOKESTATIC, STRESS_CALLS, "leaveInitialiser", "()V", false);
			}
			super.visitInsn(opcode);
		}

		@Override
		public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
			boolean redirected = owner.equals(WOVEN_CALLS) && (name.equals("open") || name.equals("fork"));
			super.visitMethodInsn(opcode, redirected ? STRESS_CALLS : owner, name, descriptor, isInterface);
		}

	}

}
