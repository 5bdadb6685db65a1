package io.deco.weave;

import java.util.function.UnaryOperator;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Reads and rewrites class files.
 */
final class ClassFiles {

	private ClassFiles() {
	}

	/**
	 * Reads a class file.
	 * @param classFile the class file
	 * @param flags what to leave out, see {@link ClassReader}
	 */
	static ClassNode read(byte[] classFile, int flags) {
		ClassNode node = new ClassNode();
		new ClassReader(classFile).accept(node, flags);
		return node;
	}

	/**
	 * Rewrites a class file. What the change passes on as it comes keeps its bytes.
	 * @param classFile the class file
	 * @param change makes the visitor that passes the changed class on to another
	 * @throws org.objectweb.asm.ClassTooLargeException if the class grows too large
	 * @throws org.objectweb.asm.MethodTooLargeException if a method grows too large
	 */
	static byte[] rewrite(byte[] classFile, UnaryOperator<ClassVisitor> change) {
		ClassReader reader = new ClassReader(classFile);
		ClassWriter writer = new ClassWriter(reader, 0);
		reader.accept(change.apply(writer), 0);
		return writer.toByteArray();
	}

}
