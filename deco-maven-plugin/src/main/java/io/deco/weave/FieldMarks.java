package io.deco.weave;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Marks the fields to which pending results are written.
 */
final class FieldMarks {

	private static final String AWAITED = "Lio/deco/runtime/Awaited;";

	private FieldMarks() {
	}

	static byte[] mark(byte[] classFile, Set<String> fields) {
		return ClassFiles.rewrite(classFile, (writer) -> new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
					@Nullable Object value) {
				FieldVisitor field = super.visitField(access, name, descriptor, signature, value);
				return fields.contains(name) ? new MarkedField(field) : field;
			}

		});
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
