package io.deco.weave;

import java.io.ObjectStreamClass;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FieldReadWeaverTests {

	static final String ASPECT = """
			package io.deco.aspect;
			import java.util.*;
			import org.aspectj.lang.*;
			import org.aspectj.lang.annotation.*;
			@Aspect
			public class FieldReadAspect {
				public static final List<String> READS = new ArrayList<>();
				private static final FieldReadAspect INSTANCE = new FieldReadAspect();
				public static FieldReadAspect aspectOf() {
					return INSTANCE;
				}
				public static boolean hasAspect() {
					return true;
				}
				@Before("get(@io.deco.runtime.Awaited !static * *) && target(target)")
				public void beforeRead(Object target, JoinPoint.StaticPart read) {
					Signature field = read.getSignature();
					READS.add(target.getClass().getSimpleName() + ":" + field.getDeclaringTypeName() + "." + field.getName());
				}
				@Before("get(@io.deco.runtime.Awaited static * *)")
				public void beforeStaticRead(JoinPoint.StaticPart read) {
					Signature field = read.getSignature();
					READS.add(field.getDeclaringTypeName() + "." + field.getName());
				}
			}
			""";

	@TempDir
	private Path classes = Path.of("");

	@BeforeEach
	void compileAspect() {
		JavaSources.compile(this.classes, ASPECT);
	}

	@Test
	void weavesReadsInGettersLambdasAndOtherClasses() throws Exception {
		JavaSources.compile(this.classes, """
				import io.deco.runtime.Awaited;
				public class Cart {
					@Awaited int total = 3;
					long other = 4;
					int getTotal() {
						return total;
					}
					long getOther() {
						return other;
					}
				}
				""", """
				import java.util.function.*;
				public class Shop {
					public static Object run() {
						Cart cart = new Cart();
						IntSupplier lambda = () -> cart.total;
						IntSupplier inner = new IntSupplier() {
							public int getAsInt() {
								return cart.total;
							}
						};
						cart.total++;
						return cart.getTotal() + lambda.getAsInt() + inner.getAsInt() + cart.getOther();
					}
				}
				""", "public class Bystander { int total; int read() { return total; } }");
		Map<String, byte[]> woven = weave(Map.of());
		assertThat(woven).containsOnlyKeys("Cart", "Shop", "Shop$1");
		assertThat(run(woven, "Shop"))
			.isEqualTo("16 [Cart:Cart.total, Cart:Cart.total, Cart:Cart.total, Cart:Cart.total]");
	}

	@Test
	void doesNotLetAspectJLookUpWhenItWasBuilt() {
		JavaSources.compile(this.classes, """
				import io.deco.runtime.Awaited;
				public class Cart {
					@Awaited int total = 3;
					int getTotal() {
						return total;
					}
				}
				""");
		ClassNode cart = new ClassNode();
		new ClassReader(weaveByAspectJ("Cart")).accept(cart, new Attribute[] { new BuildTime(-1) }, 0);
		assertThat(cart.attrs).filteredOn(BuildTime.class::isInstance)
			.singleElement()
			.extracting((attribute) -> ((BuildTime) attribute).time)
			.isEqualTo(0L);
	}

	@Test
	void changesNothingButTheMethodsThatRead() throws Exception {
		JavaSources.compile(this.classes, """
				import io.deco.runtime.Awaited;
				public class Cart {
					static final java.util.List<String> LOG = new java.util.ArrayList<>();
					static String last = "none".trim();
					@Awaited int total = 3;
					int getTotal() {
						return total;
					}
					static String last() {
						return last;
					}
					<T extends Comparable<T>> T larger(T one, T two) {
						java.util.function.Supplier<T> first = () -> one;
						try {
							return (one.compareTo(two) > 0) ? first.get() : two;
						}
						finally {
							LOG.add("compared");
						}
					}
					public static Object run() {
						return new Cart().larger(1, 2) + new Cart().getTotal() + last() + LOG;
					}
				}
				""");
		Map<String, byte[]> woven = weave(Map.of());
		assertThat(run(woven, "Cart")).isEqualTo("5none[compared] [Cart:Cart.total]");
		byte[] before = Files.readAllBytes(this.classes.resolve("Cart.class"));
		byte[] after = Objects.requireNonNull(woven.get("Cart"));
		assertThat(text(after, "getTotal")).isNotEqualTo(text(before, "getTotal"));
		assertThat(text(after, "<clinit>")).isNotEqualTo(text(before, "<clinit>"));
		for (String method : List.of("<init>", "last", "larger", "lambda$larger$0", "run")) {
			assertThat(text(after, method)).isNotEmpty().isEqualTo(text(before, method));
		}
		ClassNode cart = ClassFiles.read(after, 0);
		assertThat(cart.attrs).isNull();
		assertThat(cart.methods).extracting((method) -> method.name)
			.containsExactly("<init>", "getTotal", "last", "larger", "run", "lambda$larger$0", "<clinit>",
					"ajc$preClinit");
		assertThat(cart.methods).allSatisfy((method) -> assertThat(method.attrs).isNull());
	}

	@Test
	void weavesReadsOfInheritedAndStaticFields() throws Exception {
		JavaSources.compile(this.classes, """
				import io.deco.runtime.Awaited;
				public class Base {
					@Awaited protected double price = 1.5;
					@Awaited static long count = 2;
					@Awaited Object[] parts = { "a" };
				}
				""", """
				public class Derived extends Base {
					public static Object run() {
						Derived d = new Derived();
						return d.price + d.count + d.parts.length + d.sum(d);
					}
					double sum(Derived... all) {
						double sum = 0;
						for (Derived d : all) {
							sum += d.price > 1 ? d.price : super.price;
						}
						return sum;
					}
				}
				""");
		assertThat(run(weave(Map.of()), "Derived")).isEqualTo(
				"6.0 [Derived:Base.price, Base.count, Derived:Base.parts, Derived:Base.price, Derived:Base.price]");
	}

	@ParameterizedTest
	@MethodSource("releases")
	void weavesEveryKindOfType(int release) throws Exception {
		JavaSources.compile(this.classes, release, """
				import io.deco.runtime.Awaited;
				public class Holder<T> {
					@Awaited T value;
					@Awaited byte small = 1;
				}
				""", """
				public enum Kind {
					A {
						int read(Holder<String> h) {
							return h.value.length();
						}
					};
					abstract int read(Holder<String> h);
				}
				""", """
				public interface Reads {
					static int small(Holder<?> h) {
						return h.small;
					}
					default String value(Holder<String> h) {
						switch (h.value) {
							case "x":
								return "is " + h.value;
							default:
								return "not";
						}
					}
				}
				""", """
				public record Pair(Holder<String> left, Holder<String> right) implements Reads {
					public Pair {
						if (left.value == null) {
							throw new IllegalArgumentException();
						}
					}
					public static Object run() {
						Holder<String> h = new Holder<>();
						h.value = "x";
						Pair p = new Pair(h, h);
						synchronized (h) {
							try {
								return p.value(h) + Kind.A.read(h) + Reads.small(h) + (p.right.value == h.value);
							}
							finally {
								h.small = (byte) (h.small + 1);
							}
						}
					}
				}
				""");
		Map<String, byte[]> woven = weave(Map.of());
		assertThat(woven).containsOnlyKeys("Kind$1", "Pair", "Reads");
		assertThat(run(woven, "Pair")).asString().startsWith("is x11true [Holder:Holder.value,").contains(".small");
	}

	@Test
	void seesFieldsThatOnlyARewrittenClassMarks(@TempDir Path other) throws Exception {
		JavaSources.compile(this.classes, "public class Box { int value = 7; int get() { return value; } }", """
				public class Reader {
					public static Object run() {
						return new Box().value;
					}
				}
				""");
		JavaSources.compile(other,
				"public class Box { @io.deco.runtime.Awaited int value = 8; int get() { return value; } }");
		Map<String, byte[]> woven = weave(Map.of("Box", JavaSources.read(other, "Box")));
		assertThat(woven).containsOnlyKeys("Box", "Reader");
		assertThat(run(woven, "Reader")).isEqualTo("8 [Box:Box.value]");
	}

	@Test
	void weavesReadsOfFieldsThatAnotherModuleMarks(@TempDir Path module) throws Exception {
		JavaSources.compile(this.classes, "public class Box { @io.deco.runtime.Awaited public int value = 7; }");
		JavaSources.compile(module, 17, List.of(this.classes),
				"public class BoxTests { int get() { return new Box().value; } }");
		List<Path> classPath = new ArrayList<>(List.of(this.classes));
		classPath.addAll(JavaSources.classPath());
		try (ClassIndex index = ClassIndex.open(List.of(module), classPath)) {
			assertThat(new FieldReadWeaver(index).weave(Map.of())).containsOnlyKeys("BoxTests");
		}
	}

	@Test
	void changesNothingIfNoFieldIsAwaited() {
		JavaSources.compile(this.classes, "public class Box { int value; int get() { return value; } }");
		assertThat(weave(Map.of())).isEmpty();
	}

	@Test
	void keepsTheSerialForm() throws Exception {
		JavaSources.compile(this.classes, """
				public class Box implements java.io.Serializable {
					@io.deco.runtime.Awaited int value = 7;
					public int get() {
						return value;
					}
				}
				""");
		long expected = serialVersion(Map.of());
		assertThat(serialVersion(weave(Map.of()))).isEqualTo(expected);
	}

	@Test
	void givesRecordsNoSerialVersion() throws Exception {
		JavaSources.compile(this.classes, """
				public record Box(Cell cell) implements java.io.Serializable {
					public int get() {
						return cell.value;
					}
				}
				""", "class Cell { @io.deco.runtime.Awaited int value = 7; }");
		assertThat(serialVersion(weave(Map.of()))).isZero();
	}

	@Test
	void weavesAccessMethodsOfOlderCompilers() {
		JavaSources.compile(this.classes, 8, """
				public class Outer {
					@io.deco.runtime.Awaited private int value = 7;
					class Inner {
						int get() {
							return value;
						}
					}
				}
				""");
		assertThat(weave(Map.of())).containsOnlyKeys("Outer");
	}

	@Test
	void namesTheMissingDependency() throws Exception {
		JavaSources.compile(this.classes,
				"public class Box { @io.deco.runtime.Awaited int value; int get() { return value; } }");
		Files.delete(this.classes.resolve("io/deco/aspect/FieldReadAspect.class"));
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), List.of())) {
			FieldReadWeaver weaver = new FieldReadWeaver(index);
			assertThatExceptionOfType(WeavingException.class).isThrownBy(() -> weaver.weave(Map.of()))
				.withMessageContaining("io.deco:deco-spring-boot-starter");
		}
	}

	static IntStream releases() {
		return IntStream.of(17, Runtime.version().feature()).distinct();
	}

	private Map<String, byte[]> weave(Map<String, byte[]> rewritten) {
		List<Path> classPath = JavaSources.classPath();
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), classPath)) {
			return new FieldReadWeaver(index).weave(rewritten);
		}
	}

	private byte[] weaveByAspectJ(String name) {
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), JavaSources.classPath())) {
			byte[] classFile = Objects.requireNonNull(index.bytes(name));
			String aspect = FieldReadWeaver.ASPECT.replace('/', '.');
			return Objects
				.requireNonNull(AspectWeaver.weave(aspect, Map.of(name, classFile), false, Map.of(), index).get(name));
		}
	}

	private static String text(byte[] classFile, String method) {
		Textifier text = new Textifier();
		MethodNode found = ClassFiles.read(classFile, 0).methods.stream()
			.filter((each) -> each.name.equals(method))
			.findFirst()
			.orElseThrow();
		found.accept(new TraceMethodVisitor(text));
		return found.access + found.desc + found.signature + text.getText();
	}

	private Object run(Map<String, byte[]> woven, String type) throws Exception {
		ClassLoader loader = new DefiningClassLoader(this.classes, woven);
		try {
			Object result = loader.loadClass(type).getMethod("run").invoke(null);
			return result + " " + loader.loadClass("io.deco.aspect.FieldReadAspect").getField("READS").get(null);
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError(ex.getCause());
		}
	}

	private long serialVersion(Map<String, byte[]> woven) throws ClassNotFoundException {
		return ObjectStreamClass.lookup(new DefiningClassLoader(this.classes, woven).loadClass("Box"))
			.getSerialVersionUID();
	}

	/**
	 * What AspectJ writes into a class that it weaves: its version, and its build time.
	 */
	private static final class BuildTime extends Attribute {

		private final long time;

		private BuildTime(long time) {
			super("org.aspectj.weaver.WeaverVersion");
			this.time = time;
		}

		@Override
		protected Attribute read(ClassReader reader, int offset, int length, char @Nullable [] buffer, int codeOffset,
				Label @Nullable [] labels) {
			return new BuildTime(reader.readLong(offset + 2 * Short.BYTES));
		}

	}

}
