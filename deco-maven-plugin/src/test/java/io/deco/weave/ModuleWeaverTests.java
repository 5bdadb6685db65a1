package io.deco.weave;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModuleWeaverTests {

	private static final Remark FORKED = new Remark(Kind.FORKED, "Cart", "fill", "Cart.java", 3, "s.f()", "", "",
			List.of());

	@TempDir
	private Path classes = Path.of("");

	@TempDir
	private Path rewritten = Path.of("");

	@BeforeEach
	void compile() {
		JavaSources.compile(this.classes, FieldReadWeaverTests.ASPECT, """
				public class Cart {
					int total;
					int get(boolean twice) { return twice ? total + total : total; }
				}
				""", "public class Shop { int get(Cart cart) { return cart.total; } }");
		JavaSources.compile(this.rewritten, FieldReadWeaverTests.ASPECT, """
				public class Cart {
					@io.deco.runtime.Awaited int total;
					int get(boolean twice) { return twice ? total + total : total; }
					void fill() { total = 1; }
				}
				""");
	}

	@Test
	void returnsRewrittenClassesAndThoseThatReadTheirFields() {
		WovenModule woven = weave((names) -> {
			assertThat(names).containsExactlyInAnyOrder("Cart", "Shop", "io/deco/aspect/FieldReadAspect");
			return new WovenModule(Map.of("Cart", JavaSources.read(this.rewritten, "Cart")), List.of(FORKED));
		});
		assertThat(woven.classes()).containsOnlyKeys("Cart", "Shop");
		assertThat(woven.remarks()).containsExactly(FORKED);
	}

	@Test
	void keepsAClassThatDoesNotVerifyButMarksItsFields() {
		WovenModule woven = weave((names) -> new WovenModule(
				Map.of("Cart", withAFloatForAnInt(JavaSources.read(this.rewritten, "Cart"))), List.of(FORKED)));
		assertThat(woven.classes()).containsOnlyKeys("Cart", "Shop");
		assertThat(AwaitedFields.declaredIn(woven.classes().getOrDefault("Cart", new byte[0]))).hasSize(1);
		assertThat(new DefiningClassLoader(this.classes, woven.classes()))
			.satisfies((loader) -> assertThat(loader.loadClass("Cart").getDeclaredMethods()).extracting("name")
				.contains("get")
				.doesNotContain("fill"));
		assertThat(woven.remarks()).singleElement().satisfies((remark) -> {
			assertThat(remark.kind()).isEqualTo(Kind.UNWOVEN);
			assertThat(remark.file()).isEqualTo("Cart.java");
			assertThat(remark.reason()).startsWith("its woven form does not verify: ");
		});
	}

	@Test
	void leavesOutWhatItCannotRead() throws Exception {
		Files.write(this.classes.resolve("Broken.class"), new byte[] { 1, 2, 3 });
		AtomicReference<Collection<String>> weavable = new AtomicReference<>(List.of());
		WovenModule woven = weave((names) -> {
			weavable.set(names);
			return new WovenModule(Map.of(), List.of());
		});
		assertThat(weavable.get()).contains("Cart").doesNotContain("Broken");
		assertThat(woven.classes()).isEmpty();
		assertThat(woven.remarks()).singleElement().satisfies((remark) -> {
			assertThat(remark.type()).isEqualTo("Broken");
			assertThat(remark.reason()).startsWith("it cannot be read");
		});
	}

	@Test
	void leavesOutWhatWasWovenBefore() {
		JavaSources.compile(this.classes, "@io.deco.runtime.Woven public class Twice { }");
		WovenModule woven = weave((names) -> {
			assertThat(names).doesNotContain("Twice");
			return new WovenModule(Map.of(), List.of());
		});
		assertThat(woven.remarks()).singleElement().satisfies((remark) -> {
			assertThat(remark.reason()).startsWith("it was woven before");
			assertThat(remark.advice()).isEqualTo("run mvn clean");
		});
	}

	@Test
	void weavesFieldReadsOnceOnly() throws Exception {
		WovenModule woven = weave(
				(names) -> new WovenModule(Map.of("Cart", JavaSources.read(this.rewritten, "Cart")), List.of()));
		for (Map.Entry<String, byte[]> entry : woven.classes().entrySet()) {
			Files.write(this.classes.resolve(entry.getKey() + ".class"), entry.getValue());
		}
		assertThat(weave((names) -> new WovenModule(Map.of(), List.of())).classes()).isEmpty();
	}

	@Test
	void failsIfAReadCannotBeMadeToWait() {
		JavaSources.compile(this.classes, FieldReadWeaverTests.ASPECT.replace(
				"@Before(\"get(@io.deco.runtime.Awaited !static", "@Before(\"get(@io.deco.runtime.Awaited static"));
		assertThatExceptionOfType(WeavingException.class)
			.isThrownBy(() -> weave(
					(names) -> new WovenModule(Map.of("Cart", JavaSources.read(this.rewritten, "Cart")), List.of())))
			.withMessageContaining("0 of 3 reads")
			.withMessageContaining("Cart")
			.withMessageContaining("volatile");
	}

	private WovenModule weave(Function<Collection<String>, WovenModule> weaver) {
		List<Path> classPath = JavaSources.classPath();
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), classPath)) {
			return new ModuleWeaver(index, (names, unwaitable) -> weaver.apply(names)).weave();
		}
	}

	private static byte[] withAFloatForAnInt(byte[] classFile) {
		ClassNode type = new ClassNode();
		new ClassReader(classFile).accept(type, 0);
		type.methods.stream()
			.filter((method) -> method.name.equals("fill"))
			.forEach((method) -> method.instructions.forEach((insn) -> {
				if (insn.getOpcode() == Opcodes.ICONST_1) {
					method.instructions.set(insn, new InsnNode(Opcodes.FCONST_1));
				}
			}));
		ClassWriter writer = new ClassWriter(0);
		type.accept(writer);
		return writer.toByteArray();
	}

}
