package io.deco.weave;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class file with only those of its methods that AspectJ has to see. AspectJ writes all
 * methods of a class anew that it weaves, which is most of its work, and fails if one of
 * them is too much for it.
 */
final class MethodExcerpt {

	/** AspectJ calls its own initialiser here. */
	private static final String INITIALISER = "<clinit>";

	private static final String ASPECTJ = "org.aspectj.";

	private MethodExcerpt() {
	}

	/**
	 * Leaves all other methods out, but not the static initialiser.
	 * @param classFile the class file
	 * @param methods the methods, each a name and a descriptor
	 */
	static byte[] of(byte[] classFile, Set<String> methods) {
		return ClassFiles.rewrite(classFile, (writer) -> new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
					@Nullable String signature, String @Nullable [] exceptions) {
				boolean kept = name.equals(INITIALISER) || methods.contains(name + descriptor);
				return kept ? super.visitMethod(access, name, descriptor, signature, exceptions) : null;
			}

		});
	}

	/**
	 * Puts what became of an excerpt back into the class: its methods, and the fields and
	 * methods that were added. All else of the class stays as it was.
	 * @param classFile the class file
	 * @param woven what became of an excerpt of it
	 */
	static byte[] putBack(byte[] classFile, byte[] woven) {
		ClassNode excerpt = ClassFiles.read(woven, 0);
		Map<String, MethodNode> methods = new LinkedHashMap<>();
		excerpt.methods.forEach((method) -> methods.put(method.name + method.desc, method));
		return ClassFiles.rewrite(classFile, (writer) -> new ClassVisitor(Opcodes.ASM9, writer) {

			private final Set<String> fields = new HashSet<>();

			@Override
			public FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
					@Nullable Object value) {
				this.fields.add(name + descriptor);
				return super.visitField(access, name, descriptor, signature, value);
			}

			@Override
			public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
					@Nullable String signature, String @Nullable [] exceptions) {
				MethodNode method = methods.remove(name + descriptor);
				if (method == null) {
					return super.visitMethod(access, name, descriptor, signature, exceptions);
				}
				add(method, this.cv);
				return null;
			}

			@Override
			public void visitEnd() {
				for (FieldNode field : excerpt.fields) {
					if (!this.fields.contains(field.name + field.desc)) {
						field.accept(this.cv);
					}
				}
				methods.values().forEach((method) -> add(method, this.cv));
				super.visitEnd();
			}

		});
	}

	/** Without AspectJ's own attributes, whose references are to its constants. */
	private static void add(MethodNode method, ClassVisitor type) {
		if (method.attrs != null) {
			method.attrs.removeIf(MethodExcerpt::isOfAspectJ);
		}
		method.accept(type);
	}

	private static boolean isOfAspectJ(Attribute attribute) {
		return attribute.type.startsWith(ASPECTJ);
	}

}
