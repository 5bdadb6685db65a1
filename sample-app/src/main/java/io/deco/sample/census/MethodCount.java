package io.deco.sample.census;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;

/**
 * Counts the methods that a class file declares.
 */
final class MethodCount extends ClassVisitor {

	private int methods;

	private MethodCount() {
		super(SpringAsmInfo.ASM_VERSION);
	}

	@Override
	public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
			String @Nullable [] exceptions) {
		this.methods++;
		return null;
	}

	static int of(ClassReader classFile) {
		MethodCount count = new MethodCount();
		classFile.accept(count, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		return count.methods;
	}

}
