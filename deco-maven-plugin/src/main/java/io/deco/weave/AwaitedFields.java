package io.deco.weave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ClassIndex.DeclaredField;
import io.deco.runtime.Awaited;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Knows which fields are {@link Awaited}: those that rewritten classes declare so, and
 * those of classes woven earlier, such as the main classes that tests read. Several
 * threads may ask.
 */
final class AwaitedFields {

	private static final int FIELD_REFERENCE = 9;

	private static final String AWAITED = Type.getDescriptor(Awaited.class);

	private final ClassIndex index;

	private final Set<Field> rewritten = new HashSet<>();

	/**
	 * By name, the classes that declare such a field: few enough that most classes read
	 * none.
	 */
	private final Map<String, Set<String>> owners = new HashMap<>();

	private final Map<Field, Optional<Field>> known = new ConcurrentHashMap<>();

	AwaitedFields(ClassIndex index, Collection<byte[]> rewritten) {
		this.index = index;
		rewritten.forEach((classFile) -> this.rewritten.addAll(declaredIn(classFile)));
		this.rewritten.forEach(this::add);
		for (String type : index.mentioningAwaited()) {
			byte[] classFile = index.bytes(type);
			if (classFile != null) {
				declaredIn(classFile).forEach(this::add);
			}
		}
	}

	private void add(Field field) {
		this.owners.computeIfAbsent(field.name(), (name) -> new HashSet<>()).add(field.owner());
	}

	/**
	 * Returns the fields that a class file declares as awaited.
	 */
	static Set<Field> declaredIn(byte[] classFile) {
		Declarations declarations = new Declarations();
		new ClassReader(classFile).accept(declarations,
				ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		return declarations.fields;
	}

	/**
	 * Finds the instructions of a class file that read an awaited field.
	 */
	Reads reads(byte[] classFile) {
		ClassReader reader = new ClassReader(classFile);
		if (!mayRead(reader)) {
			return Reads.NONE;
		}
		ReadFinder finder = new ReadFinder();
		reader.accept(finder, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		return new Reads(finder.reads, finder.waits, finder.methods);
	}

	private boolean mayRead(ClassReader reader) {
		char[] buffer = new char[reader.getMaxStringLength()];
		for (int i = 1; i < reader.getItemCount(); i++) {
			int item = reader.getItem(i);
			if (item > 0 && reader.readByte(item - 1) == FIELD_REFERENCE) {
				int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
				String name = reader.readUTF8(nameAndType, buffer);
				if (this.owners.containsKey(name) && mayBeAwaited(reader.readClass(item, buffer), name)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether a field, as byte code names it, may be one that is declared in a supertype
	 * of the class that is named. No class has to be parsed for that.
	 */
	private boolean mayBeAwaited(String owner, String name) {
		Set<String> declaring = this.owners.getOrDefault(name, Set.of());
		return !declaring.isEmpty() && (declaring.contains(owner)
				|| this.index.selfAndSupertypes(owner).stream().anyMatch(declaring::contains));
	}

	private Optional<Field> awaited(Field field) {
		return this.known.computeIfAbsent(field,
				(key) -> mayBeAwaited(key.owner(), key.name()) ? resolve(key) : Optional.empty());
	}

	private Optional<Field> resolve(Field field) {
		DeclaredField declared = this.index.resolveField(field.owner(), field.name(), field.descriptor());
		if (declared == null) {
			return Optional.of(field).filter(this.rewritten::contains);
		}
		return Optional.of(new Field(declared.type().name, field.name(), field.descriptor()))
			.filter((found) -> this.rewritten.contains(found) || isMarked(declared.field().visibleAnnotations));
	}

	private static boolean isMarked(@Nullable List<AnnotationNode> annotations) {
		return annotations != null && annotations.stream().anyMatch((annotation) -> AWAITED.equals(annotation.desc));
	}

	/**
	 * A field, by the names that byte code uses.
	 */
	record Field(String owner, String name, String descriptor) {
	}

	/**
	 * How a class file reads awaited fields.
	 *
	 * @param fields the field that each instruction reads, as it is declared
	 * @param waits how many instructions wait before such a read
	 * @param methods the methods with such a read, each a name and a descriptor
	 */
	record Reads(List<Field> fields, int waits, Set<String> methods) {

		static final Reads NONE = new Reads(List.of(), 0, Set.of());

	}

	private static final class Declarations extends ClassVisitor {

		private final Set<Field> fields = new HashSet<>();

		private String owner = "";

		Declarations() {
			super(Opcodes.ASM9);
		}

		@Override
		public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
				String @Nullable [] interfaces) {
			this.owner = name;
		}

		@Override
		public FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
				@Nullable Object value) {
			Field field = new Field(this.owner, name, descriptor);
			return new FieldVisitor(Opcodes.ASM9) {

				@Override
				public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
					if (AWAITED.equals(annotation)) {
						Declarations.this.fields.add(field);
					}
					return null;
				}

			};
		}

	}

	private final class ReadFinder extends ClassVisitor {

		private final List<Field> reads = new ArrayList<>();

		private final Set<String> methods = new HashSet<>();

		private int waits;

		ReadFinder() {
			super(Opcodes.ASM9);
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			return new MethodVisitor(Opcodes.ASM9) {

				@Override
				public void visitFieldInsn(int opcode, String owner, String field, String type) {
					if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
						awaited(new Field(owner, field, type)).ifPresent((read) -> {
							ReadFinder.this.reads.add(read);
							ReadFinder.this.methods.add(name + descriptor);
						});
					}
				}

				@Override
				public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
					if (opcode == Opcodes.INVOKEVIRTUAL && owner.equals(FieldReadWeaver.ASPECT)) {
						ReadFinder.this.waits++;
					}
				}

			};
		}

	}

}
