package io.deco.weave;

import java.nio.ByteBuffer;

import org.aspectj.weaver.AjAttribute.WeaverVersionInfo;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * The attribute by which AspectJ says with which version it wove a class, but without the
 * time at which that version was built: to write it, AspectJ would parse a date, and for
 * that read the names of all time zones, which takes some 0.2 s in a JVM that has just
 * started.
 */
final class WeaverVersion extends Attribute {

	private WeaverVersion() {
		super("org.aspectj.weaver.WeaverVersion");
	}

	static byte[] addTo(byte[] classFile) {
		return ClassFiles.rewrite(classFile, (writer) -> new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public void visitEnd() {
				visitAttribute(new WeaverVersion());
				super.visitEnd();
			}

		});
	}

	@Override
	protected ByteVector write(ClassWriter classWriter, byte[] code, int codeLength, int maxStack, int maxLocals) {
		byte[] content = ByteBuffer.allocate(2 * Short.BYTES + Long.BYTES)
			.putShort(WeaverVersionInfo.getCurrentWeaverMajorVersion())
			.putShort(WeaverVersionInfo.getCurrentWeaverMinorVersion())
			.array();
		return new ByteVector(content.length).putByteArray(content, 0, content.length);
	}

}
