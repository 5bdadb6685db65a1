package io.deco.weave;

import java.nio.ByteBuffer;

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

	private static final int MAGIC = 0xCAFEBABE;

	private static final int NEWEST = Opcodes.V28 & 0xFFFF;

	private static final int JAVA_0 = (Opcodes.V17 & 0xFFFF) - 17;

	static ClassMarks read(byte @Nullable [] classFile) {
		if (classFile == null) {
			return new ClassMarks("", false, "no such class");
		}
		try {
			int version = version(classFile);
			if (version > NEWEST) {
				return new ClassMarks("", false, "it is of Java %d, and this version of deco knows Java up to %d"
					.formatted(version - JAVA_0, NEWEST - JAVA_0));
			}
			Reader reader = new Reader();
			new ClassReader(classFile).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
			return new ClassMarks(reader.file, reader.woven, null);
		}
		catch (RuntimeException ex) {
			return new ClassMarks("", false, String.valueOf(ex.getMessage()));
		}
	}

	private static int version(byte[] classFile) {
		boolean isClassFile = classFile.length > 7 && ByteBuffer.wrap(classFile).getInt() == MAGIC;
		return isClassFile ? ByteBuffer.wrap(classFile).getShort(6) & 0xFFFF : 0;
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
