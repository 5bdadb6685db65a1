package io.deco.weave;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Marks the fields to which pending results are written.
 */
final class FieldMarks {

	private static final String AWAITED = "Lio/deco/runtime/Awaited;";

	private FieldMarks() {
	}

	static byte[] mark(byte[] bytes, Set<String> fields) {
		ClassReader reader = new ClassReader(bytes);
		ClassWriter writer = new ClassWriter(reader, 0);
		reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
					@Nullable Object value) {
				FieldVisitor field = super.visitField(access, name, descriptor, signature, value);
				return fields.contains(name) ? new MarkedField(field) : field;
			}

		}, 0);
		return writer.toByteArray();
	}

	private static final class MarkedField extends FieldVisitor {

		MarkedField(FieldVisitor next) {
			super(Opcodes.ASM9, next);
		}

		@Override
		public void visitEnd() {
			visitAnnotation(AWAITED, true).visitEnd();
			super.visitEnd();
		}

	}

}
