package io.deco.weave;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import static org.assertj.core.api.Assertions.assertThat;

class ClassVerifierTests {

	private static final String SOURCE = """
			import java.util.*;
			import java.util.function.*;
			public class Shop {
				interface Priced { int price(); }
				record Book(int price) implements Priced { }
				static class Toy implements Priced { public int price() { return 3; } }
				Number first(boolean book, List<? extends Priced> more) {
					Priced[] all = { new Book(1), new Toy() };
					Priced one = book ? new Book(4) : new Toy();
					Number sum = book ? Integer.valueOf(1) : Double.valueOf(2);
					try (AutoCloseable closed = () -> System.out.println(one)) {
						for (Priced p : more) {
							sum = sum.intValue() + p.price() + all[0].price();
						}
					}
					catch (Exception ex) {
						throw new IllegalStateException("at " + one, ex);
					}
					return sum;
				}
			}
			""";

	@TempDir
	private Path classes = Path.of("");

	@Test
	void acceptsWhatTheCompilerWrote() {
		JavaSources.compile(this.classes, SOURCE);
		assertThat(verify(JavaSources.read(this.classes, "Shop"))).isNull();
	}

	@Test
	void acceptsWhatIsKnownOnlyOfMissingClasses() throws Exception {
		JavaSources.compile(this.classes, SOURCE);
		byte[] shop = JavaSources.read(this.classes, "Shop");
		Files.delete(this.classes.resolve("Shop$Book.class"));
		Files.delete(this.classes.resolve("Shop$Priced.class"));
		assertThat(verify(shop)).isNull();
	}

	@Test
	void rejectsValuesOfTheWrongType() {
		JavaSources.compile(this.classes, "public class Shop { Integer first(Object o) { return (Integer) o; } }");
		byte[] uncast = withoutCasts(JavaSources.read(this.classes, "Shop"));
		assertThat(verify(uncast)).startsWith("first(Ljava/lang/Object;)Ljava/lang/Integer;: ").contains("Integer");
	}

	@Test
	void rejectsMethodsWithTooManyArguments() {
		assertThat(verify(withStaticMethod("J".repeat(127) + "I"))).isNull();
		assertThat(verify(withStaticMethod("J".repeat(128)))).startsWith("all(J").endsWith("Too many arguments");
	}

	private static byte[] withStaticMethod(String parameters) {
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Shop", null, "java/lang/Object", null);
		MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "all", "(" + parameters + ")V", null, null);
		method.visitCode();
		method.visitInsn(Opcodes.RETURN);
		method.visitMaxs(0, 256);
		method.visitEnd();
		writer.visitEnd();
		return writer.toByteArray();
	}

	@Test
	void rejectsMissingFrames() {
		JavaSources.compile(this.classes, "public class Shop { int first(int i) { return (i > 0) ? i : -i; } }");
		ClassReader reader = new ClassReader(JavaSources.read(this.classes, "Shop"));
		ClassWriter writer = new ClassWriter(0);
		reader.accept(writer, ClassReader.SKIP_FRAMES);
		assertThat(verify(writer.toByteArray())).contains("frame");
	}

	@Test
	void rejectsWhatIsNoClassFile() {
		assertThat(verify(new byte[] { 1, 2, 3 })).isNotNull();
	}

	@Test
	void acceptsProtectedMembersOfOwnObjects() {
		JavaSources.compile(this.classes, base("protected"),
				"""
						package shop;
						public class Shop extends base.Base {
							Shop(int i) { super(); }
							String read(Shop other) { return text + super.text + other.text + super.find() + other.find(); }
							void write(Shop other) { super.text = other.text = "new"; }
							Object copy(int[] array) throws CloneNotSupportedException { return super.clone().equals(array.clone()); }
						}
						""");
		assertThat(verify(JavaSources.read(this.classes, "shop/Shop"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Object use(base.Base other) { return other.text; }",
			"Object use(base.Base other) { return other.text = null; }",
			"Object use(base.Base other) { return other.find(); }", "Object use() { return new base.Base(); }" })
	void rejectsProtectedMembersOfOtherObjects(String method) {
		JavaSources.compile(this.classes, base("public"),
				"package shop; public class Shop extends base.Base { " + method + " }");
		JavaSources.compile(this.classes, base("protected"));
		assertThat(verify(JavaSources.read(this.classes, "shop/Shop"))).startsWith("use(").contains("another class");
	}

	private static String base(String access) {
		return "package base; public class Base { %1$s String text = \"old\"; %1$s Base() { } %1$s String find() { return text; } }"
			.formatted(access);
	}

	@Test
	void rejectsCallsOfSuperOnOtherObjects() {
		JavaSources.compile(this.classes,
				"public class Shop extends java.util.ArrayList<String> { int count(java.util.ArrayList<String> o) { return o.size(); } }");
		byte[] changed = changed(JavaSources.read(this.classes, "Shop"),
				(writer) -> new MethodVisitor(Opcodes.ASM9, writer) {

					@Override
					public void visitMethodInsn(int opcode, String owner, String name, String descriptor,
							boolean isInterface) {
						super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, name, descriptor, isInterface);
					}

				});
		assertThat(verify(changed)).startsWith("count(").contains("another class");
	}

	private static byte[] withoutCasts(byte[] classFile) {
		return changed(classFile, (writer) -> new MethodVisitor(Opcodes.ASM9, writer) {

			@Override
			public void visitTypeInsn(int opcode, String type) {
				if (opcode != Opcodes.CHECKCAST) {
					super.visitTypeInsn(opcode, type);
				}
			}

		});
	}

	private static byte[] changed(byte[] classFile, UnaryOperator<MethodVisitor> change) {
		ClassReader reader = new ClassReader(classFile);
		ClassWriter writer = new ClassWriter(0);
		reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
					String @Nullable [] exceptions) {
				return change.apply(super.visitMethod(access, name, descriptor, signature, exceptions));
			}

		}, 0);
		return writer.toByteArray();
	}

	private @Nullable String verify(byte[] classFile) {
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), List.of())) {
			return new ClassVerifier(index).verify(classFile);
		}
	}

}
