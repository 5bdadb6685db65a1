package io.deco.oracle.stress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.deco.analysis.classpath.ClassIndex;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A copy of a library in a folder, each of whose methods is {@code @Synchronized}, bodies
 * of lambdas included, and some of which are {@code @Concurrent}.
 *
 * @param folder the folder
 * @param classes how many classes it has
 * @param concurrent how many methods are concurrent
 */
record AnnotatedLibrary(Path folder, int classes, int concurrent) {

	/**
	 * Copies a library.
	 * @param jar the library
	 * @param classPath what it needs
	 * @param choice makes the choice of concurrent methods
	 * @param folder where to put the copy
	 * @return the copy
	 * @throws IOException if a file cannot be read or written
	 */
	static AnnotatedLibrary of(Path jar, List<Path> classPath, Function<ClassIndex, Choice> choice, Path folder)
			throws IOException {
		int[] counts = new int[2];
		try (ClassIndex index = ClassIndex.open(List.of(jar), classPath); ZipFile zip = new ZipFile(jar.toFile())) {
			Choice concurrent = choice.apply(index);
			for (ZipEntry entry : Collections.list(zip.entries())) {
				if (entry.isDirectory() || entry.getName().startsWith("META-INF/versions/")
						|| entry.getName().equals("module-info.class")) {
					continue;
				}
				Path file = folder.resolve(entry.getName()).normalize();
				Files.createDirectories(file.getParent());
				try (InputStream stream = zip.getInputStream(entry)) {
					byte[] bytes = stream.readAllBytes();
					Files.write(file,
							entry.getName().endsWith(".class") ? annotate(bytes, concurrent, index, counts) : bytes);
				}
			}
		}
		return new AnnotatedLibrary(folder, counts[0], counts[1]);
	}

	private static byte[] annotate(byte[] bytes, Choice choice, ClassIndex index, int[] counts) {
		ClassReader reader = new ClassReader(bytes);
		ClassNode type = new ClassNode();
		reader.accept(type, 0);
		boolean old = (type.version & 0xFFFF) < Opcodes.V1_8;
		counts[0]++;
		type.visitAnnotation("Lio/deco/Synchronized;", true);
		for (MethodNode method : type.methods) {
			if (!method.name.startsWith("<") && choice.isConcurrent(type, method)) {
				method.visitAnnotation("Lio/deco/Concurrent;", true);
				counts[1]++;
			}
			if (method.name.startsWith("lambda$")) {
				method.access &= ~Opcodes.ACC_SYNTHETIC;
			}
		}
		if (old) {
			type.version = Opcodes.V1_8;
		}
		ClassWriter writer = new ClassWriter(old ? ClassWriter.COMPUTE_FRAMES : 0) {
			@Override
			protected String getCommonSuperClass(String first, String second) {
				return index.commonSuperclass(first, second);
			}
		};
		type.accept(writer);
		return writer.toByteArray();
	}

}
