package io.deco.weave;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of class files of each release and compiler, and of what debuggers read in them.
 */
class CompiledClassesTests {

	private static final String SHOP = """
			package a;
			import io.deco.*;
			public class Shop {
				private int count;
				@Concurrent public int quote(String item) {
					if (item.isEmpty()) {
						throw new IllegalArgumentException("no item");
					}
					return item.length();
				}
				@Synchronized public String price(String item, long factor) {
					int first = quote(item);
					int second = quote(item + "s");
					this.count++;
					String result = "";
					for (int i = 0; i < 2; i++) {
						int third = quote(item + i);
						result += first + second + third * factor;
					}
					try {
						Runnable runnable = () -> this.count++;
						runnable.run();
					}
					finally {
						this.count--;
					}
					switch (item) {
						case "book":
							return "book " + result;
						default:
							return result;
					}
				}
			}
			""";

	@TempDir
	private Path folder = Path.of("");

	@ParameterizedTest
	@MethodSource("compilers")
	void areWovenWhateverReleaseAndCompilerTheyAreOf(String compiler, int release) throws Exception {
		compile(compiler, release);
		WovenModule woven = weave();
		assertThat(woven.remarks()).extracting(Remark::kind).contains(Kind.FORKED).doesNotContain(Kind.UNWOVEN);
		assertThat(call(woven, "book")).isEqualTo(call(Map.of(), "book")).isEqualTo("book 1919");
		assertThat(version(classFile(woven))).isEqualTo(44 + release);
	}

	private static byte[] classFile(WovenModule woven) {
		return Objects.requireNonNull(woven.classes().get("a/Shop"));
	}

	static Stream<Arguments> compilers() {
		return Stream.of(8, 11, 17, 21, 25)
			.filter((release) -> release <= Runtime.version().feature())
			.flatMap(
					(release) -> Stream.of(Arguments.of("javac", release), Arguments.of("ECJ", Math.min(release, 24))));
	}

	@ParameterizedTest
	@MethodSource("compilers")
	void keepTheirLinesAndVariables(String compiler, int release) throws Exception {
		compile(compiler, release);
		MethodNode before = method(Files.readAllBytes(this.folder.resolve("a/Shop.class")));
		MethodNode after = method(classFile(weave()));
		assertThat(lines(after)).isEqualTo(lines(before));
		assertThat(variables(after).keySet()).isEqualTo(variables(before).keySet());
		assertThat(variables(after)).containsEntry("item", "Ljava/lang/String;")
			.containsEntry("factor", "J")
			.containsEntry("runnable", "Ljava/lang/Runnable;")
			.containsEntry("this", "La/Shop;")
			.containsEntry("first", "Ljava/lang/Object;");
	}

	@Test
	void showTheLinesOfTheUserInStackTraces() throws Exception {
		compile("javac", 17);
		WovenModule woven = weave();
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> {
			try {
				call(woven, "");
			}
			catch (ReflectiveOperationException ex) {
				throw (ex.getCause() != null) ? ex.getCause() : ex;
			}
		}).satisfies((ex) -> {
			assertThat(ex.getStackTrace()).anySatisfy((frame) -> {
				assertThat(frame.getMethodName()).isEqualTo("price");
				assertThat(frame.getFileName()).isEqualTo("Shop.java");
				assertThat(frame.getLineNumber()).isBetween(12, 14);
			});
			assertThat(ex.getStackTrace()[0].getLineNumber()).isEqualTo(7);
		});
	}

	@Test
	void areLeftAloneIfTheyAreOlderThanJava8() throws Exception {
		Files.createDirectories(this.folder.resolve("a"));
		Path old = Files.write(this.folder.resolve("a/Old.class"), withSubroutine());
		WovenModule woven = weave();
		assertThat(woven.classes()).isEmpty();
		assertThat(woven.remarks()).singleElement().satisfies((remark) -> {
			assertThat(remark.kind()).isEqualTo(Kind.UNWOVEN);
			assertThat(remark.reason()).isEqualTo("its class file is older than Java 8");
		});
		assertThat(old).hasBinaryContent(withSubroutine());
	}

	@Test
	void areLeftAloneIfTheyAreNewerThanDeco() throws Exception {
		compile("javac", 17);
		Path shop = this.folder.resolve("a/Shop.class");
		byte[] newer = Files.readAllBytes(shop);
		newer[7] = (byte) (44 + 29);
		Files.write(shop, newer);
		WovenModule woven = weave();
		assertThat(woven.classes()).isEmpty();
		assertThat(woven.remarks()).extracting(Remark::reason)
			.containsExactly("it cannot be read: it is of Java 29, and this version of deco knows Java up to 28");
	}

	private void compile(String compiler, int release) throws Exception {
		if (compiler.equals("javac")) {
			JavaSources.compile(this.folder, release, SHOP);
			return;
		}
		Path source = this.folder.resolve("Shop.java");
		Files.writeString(source, SHOP);
		StringWriter errors = new StringWriter();
		List<String> arguments = List.of("-d", this.folder.toString(), "-cp", System.getProperty("java.class.path"),
				"-proc:none", "-g", "-nowarn", "--release", Integer.toString(release), source.toString());
		boolean compiled = BatchCompiler.compile(arguments.toArray(String[]::new), new PrintWriter(errors),
				new PrintWriter(errors), null);
		assertThat(compiled).as(errors.toString()).isTrue();
	}

	private WovenModule weave() {
		try (ClassIndex index = ClassIndex.open(List.of(this.folder), JavaSources.classPath())) {
			return new ModuleWeaver(index).weave();
		}
	}

	private String call(WovenModule woven, String item) throws ReflectiveOperationException {
		return call(woven.classes(), item);
	}

	private String call(Map<String, byte[]> classes, String item) throws ReflectiveOperationException {
		Class<?> shop = new DefiningClassLoader(this.folder, classes).loadClass("a.Shop");
		Method price = shop.getMethod("price", String.class, long.class);
		return String.valueOf(price.invoke(shop.getConstructor().newInstance(), item, 2L));
	}

	private static int version(byte... classFile) {
		return classFile[7];
	}

	private static MethodNode method(byte... classFile) {
		ClassNode node = new ClassNode();
		new ClassReader(classFile).accept(node, 0);
		return node.methods.stream().filter((method) -> method.name.equals("price")).findFirst().orElseThrow();
	}

	private static Set<Integer> lines(MethodNode method) {
		Set<Integer> lines = new TreeSet<>();
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof LineNumberNode line) {
				lines.add(line.line);
			}
		}
		return lines;
	}

	private static Map<String, String> variables(MethodNode method) {
		Map<String, String> variables = new TreeMap<>();
		for (LocalVariableNode variable : method.localVariables) {
			variables.put(variable.name, variable.desc);
			assertThat(method.instructions.indexOf(variable.start)).as(variable.name)
				.isLessThan(method.instructions.indexOf(variable.end));
		}
		return variables;
	}

	/** As compilers before Java 6 wrote a {@code finally}. */
	private static byte[] withSubroutine() {
		ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
		type.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "a/Old", null, "java/lang/Object", null);
		MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "f", "()V", null, null);
		method.visitAnnotation("Lio/deco/Synchronized;", true).visitEnd();
		method.visitCode();
		Label subroutine = new Label();
		method.visitJumpInsn(Opcodes.JSR, subroutine);
		method.visitInsn(Opcodes.RETURN);
		method.visitLabel(subroutine);
		method.visitVarInsn(Opcodes.ASTORE, 0);
		method.visitVarInsn(Opcodes.RET, 0);
		method.visitMaxs(0, 0);
		method.visitEnd();
		type.visitEnd();
		return type.toByteArray();
	}

}
