package io.deco.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import io.deco.runtime.Woven;

/**
 * What a class file says of itself before it is woven.
 *
 * @param file the source file, empty if unknown
 * @param woven whether the class has been woven already
 * @param error why the class file cannot be read, {@code null} if it can
 */
record ClassMarks(String file, boolean woven, @Nullable String error) {

	private static final String WOVEN = Type.getDescriptor(Woven.class);

	static ClassMarks read(byte @Nullable [] classFile) {
		if (classFile == null) {
			return new ClassMarks("", false, "no such class");
		}
		try {
			Reader reader = new Reader();
			new ClassReader(classFile).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
			return new ClassMarks(reader.file, reader.woven, null);
		}
		catch (RuntimeException ex) {
			return new ClassMarks("", false, String.valueOf(ex.getMessage()));
		}
	}

	private static final class Reader extends ClassVisitor {

		private String file = "";

		private boolean woven;

		Reader() {
			super(Opcodes.ASM9);
		}

		@Override
		public void visitSource(@Nullable String source, @Nullable String debug) {
			this.file = (source != null) ? source : "";
		}

		@Override
		public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
			this.woven |= WOVEN.equals(descriptor);
			return null;
		}

	}

}
