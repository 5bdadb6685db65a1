package io.deco.weave;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.deco.analysis.ClassIndex;

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

	private static byte[] withoutCasts(byte[] classFile) {
		ClassReader reader = new ClassReader(classFile);
		ClassWriter writer = new ClassWriter(0);
		reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
					String @Nullable [] exceptions) {
				return new MethodVisitor(Opcodes.ASM9,
						super.visitMethod(access, name, descriptor, signature, exceptions)) {

					@Override
					public void visitTypeInsn(int opcode, String type) {
						if (opcode != Opcodes.CHECKCAST) {
							super.visitTypeInsn(opcode, type);
						}
					}

				};
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
