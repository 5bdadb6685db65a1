package io.deco.weave;

import java.util.ArrayList;
import java.util.Set;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Marks the fields to which pending results are written.
 */
final class FieldMarks {

	private static final String AWAITED = "Lio/deco/runtime/Awaited;";

	private FieldMarks() {
	}

	static byte[] mark(byte[] bytes, Set<String> fields) {
		ClassReader reader = new ClassReader(bytes);
		ClassNode type = new ClassNode();
		reader.accept(type, 0);
		type.fields.stream().filter((field) -> fields.contains(field.name)).forEach(FieldMarks::mark);
		ClassWriter writer = new ClassWriter(reader, 0);
		type.accept(writer);
		return writer.toByteArray();
	}

	private static void mark(FieldNode field) {
		if (field.visibleAnnotations == null) {
			field.visibleAnnotations = new ArrayList<>();
		}
		field.visibleAnnotations.add(new AnnotationNode(AWAITED));
	}

}
