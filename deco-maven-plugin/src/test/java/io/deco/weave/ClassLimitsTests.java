package io.deco.weave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClassLimitsTests {

	/** What a class file can count. */
	private static final int CONSTANTS = 65_535;

	private static final int CODE = 65_535;

	private static final int CONSTANTS_OF_A_METHOD = 10_000;

	@TempDir
	private Path classes = Path.of("");

	@BeforeEach
	void compile() {
		JavaSources.compile(this.classes, """
				public class Prices {
					@io.deco.Concurrent public int price(int item) { return item; }
				}
				""", "public class Cart { int total; int count; }", """
				public class Client {
					@io.deco.Synchronized void fill(Prices prices, Cart cart) {
						cart.total = prices.price(1);
						cart.count = prices.price(2);
					}
				}
				""", "public class Reader { int read(Cart cart) { return cart.total; } }",
				"public class Counter { int read(Cart cart) { return cart.count + cart.count; } }");
	}

	@Test
	void waitsBeforeItWritesWhatAClassWithTooManyConstantsReads() throws Exception {
		fillConstants(this.classes, "Reader", CONSTANTS - 3);
		isReadWithoutWaiting(weave());
	}

	@Test
	void waitsBeforeItWritesWhatATooLargeMethodReads() throws Exception {
		fillCode("Reader", "read", CODE - 10);
		isReadWithoutWaiting(weave());
	}

	private static void isReadWithoutWaiting(WovenModule woven) {
		assertThat(woven.classes()).containsOnlyKeys("Cart", "Client", "Counter");
		assertThat(AwaitedFields.declaredIn(woven.classes().getOrDefault("Cart", new byte[0]))).extracting("name")
			.containsExactly("count");
		assertThat(unwoven(woven)).singleElement().satisfies((remark) -> {
			assertThat(remark.type()).isEqualTo("Reader");
			assertThat(remark.file()).isEqualTo("Reader.java");
			assertThat(remark.reason()).startsWith("its reads of total cannot be made to wait: ");
		});
		assertThat(woven.remarks()).extracting(Remark::reason)
			.contains("written to total, whose reads cannot all wait, since Reader cannot be woven");
	}

	@Test
	void waitsBeforeItWritesAFieldThatCannotBeMarked() throws Exception {
		fillConstants(this.classes, "Cart", CONSTANTS - 1);
		WovenModule woven = weave();
		assertThat(woven.classes()).containsOnlyKeys("Client");
		assertThat(unwoven(woven)).extracting(Remark::type).containsExactly("Cart");
		assertThat(unwoven(woven)).extracting(Remark::reason)
			.allSatisfy((reason) -> assertThat(reason).contains("more constants than a class file can hold"));
	}

	@Test
	void leavesAClassWithTooManyConstantsSequential() throws Exception {
		fillConstants(this.classes, "Client", CONSTANTS - 10);
		WovenModule woven = weave();
		assertThat(woven.classes()).isEmpty();
		assertThat(unwoven(woven)).extracting(Remark::reason)
			.containsExactly("woven, it would have more constants than a class file can hold");
		assertThat(unwoven(woven)).extracting(Remark::advice).containsExactly("split the class");
	}

	@Test
	void leavesAClassWithATooLargeMethodSequential() throws Exception {
		fillCode("Client", "fill", CODE - 40);
		WovenModule woven = weave();
		assertThat(woven.classes()).isEmpty();
		assertThat(unwoven(woven)).extracting(Remark::reason)
			.containsExactly("woven, its method fill would be larger than a class file can hold");
	}

	@Test
	void namesTheClassIfTheFieldBelongsToAnotherModule(@TempDir Path tests) throws Exception {
		for (Map.Entry<String, byte[]> entry : weave().classes().entrySet()) {
			Files.write(this.classes.resolve(entry.getKey() + ".class"), entry.getValue());
		}
		JavaSources.compile(tests, 17, List.of(this.classes),
				"class Later { int read(Cart cart) { return cart.total; } }");
		fillConstants(tests, "Later", CONSTANTS - 3);
		List<Path> libraries = new ArrayList<>(List.of(this.classes));
		libraries.addAll(JavaSources.classPath());
		try (ClassIndex index = ClassIndex.open(List.of(tests), libraries)) {
			ModuleWeaver weaver = new ModuleWeaver(index);
			assertThatExceptionOfType(WeavingException.class).isThrownBy(weaver::weave)
				.withMessageContaining("(total) in Later cannot be made to wait")
				.withMessageContaining("volatile");
		}
	}

	private WovenModule weave() {
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), JavaSources.classPath())) {
			return new ModuleWeaver(index).weave();
		}
	}

	private static List<Remark> unwoven(WovenModule woven) {
		return woven.remarks().stream().filter((remark) -> remark.kind() == Kind.UNWOVEN).toList();
	}

	private static void fillConstants(Path folder, String type, int count) throws IOException {
		ClassReader reader = new ClassReader(JavaSources.read(folder, type));
		ClassWriter writer = new ClassWriter(reader, 0);
		reader.accept(writer, 0);
		int used = writer.newUTF8("constants") + 1;
		for (int method = 0; used < count - 4; method++) {
			MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "constants" + method, "()V", null, null);
			used = writer.newUTF8("constants until " + method) + 1;
			for (int i = 0; i < CONSTANTS_OF_A_METHOD && used < count - 1; i++) {
				code.visitLdcInsn("constant " + used);
				code.visitInsn(Opcodes.POP);
				used += 2;
			}
			code.visitInsn(Opcodes.RETURN);
			code.visitMaxs(1, 0);
		}
		for (; used < count; used++) {
			writer.newUTF8("and constant " + used);
		}
		Files.write(folder.resolve(type + ".class"), writer.toByteArray());
	}

	private void fillCode(String type, String name, int nops) throws IOException {
		ClassNode node = new ClassNode();
		new ClassReader(JavaSources.read(this.classes, type)).accept(node, 0);
		for (MethodNode method : node.methods) {
			if (method.name.equals(name)) {
				AbstractInsnNode first = method.instructions.getFirst();
				for (int i = 0; i < nops; i++) {
					method.instructions.insertBefore(first, new InsnNode(Opcodes.NOP));
				}
			}
		}
		ClassWriter writer = new ClassWriter(0);
		node.accept(writer);
		Files.write(this.classes.resolve(type + ".class"), writer.toByteArray());
	}

}
