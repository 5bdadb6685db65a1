package io.deco.weave;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of classes whose code Lombok wrote.
 */
class LombokTests {

	private static final String SHOP = """
			import java.util.ArrayList;
			import java.util.List;
			import io.deco.Concurrent;
			import io.deco.Synchronized;
			import lombok.*;

			public class Shop {
				@Data static class Line {
					private final String item;
					private int price;
					private String text = "";
				}
				@Value @Builder static class Cart {
					List<Line> lines;
					int total;
					@With String owner;
				}
				@RequiredArgsConstructor static class Quotes {
					@NonNull private final List<String> log;
					@Concurrent @SneakyThrows public int quote(String item) {
						if (item.isEmpty()) {
							throw new java.io.IOException("no item");
						}
						return item.length();
					}
					@Concurrent public String owner(int user) {
						return "user " + user;
					}
				}
				@AllArgsConstructor static class Carts {
					private final Quotes quotes;
					@Synchronized @SneakyThrows Cart price(List<String> items, int user) {
						val owner = this.quotes.owner(user);
						val lines = new ArrayList<Line>();
						int total = 0;
						for (val item : items) {
							Line line = new Line(item);
							line.setPrice(this.quotes.quote(item));
							line.setText(this.quotes.owner(line.getItem().length()));
							lines.add(line);
							total += this.quotes.quote(item);
						}
						return Cart.builder().lines(lines).total(total).owner(owner).build().withOwner(owner + "!");
					}
				}
				public static String run(List<String> items) {
					List<String> log = new ArrayList<>();
					try {
						return new Carts(new Quotes(log)).price(items, 3).toString();
					}
					catch (Exception ex) {
						return ex.toString();
					}
				}
			}
			""";

	@TempDir
	private Path classes = Path.of("");

	@Test
	void areWovenAndReturnTheSame() throws Exception {
		compile();
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), JavaSources.classPath())) {
			WovenModule woven = new ModuleWeaver(index).weave();
			assertThat(woven.remarks()).extracting(Remark::kind).contains(Kind.FORKED).doesNotContain(Kind.UNWOVEN);
			assertThat(woven.classes()).containsKeys("Shop$Carts", "Shop$Line");
			for (List<String> items : List.of(List.of("a", "bc"), List.<String>of(), List.of("a", ""))) {
				assertThat(run(woven.classes(), items)).isEqualTo(run(Map.of(), items));
			}
			assertThat(run(woven.classes(), List.of("a", "bc")))
				.isEqualTo("Shop.Cart(lines=[Shop.Line(item=a, price=1, text=user 1),"
						+ " Shop.Line(item=bc, price=2, text=user 2)], total=3, owner=user 3!)");
		}
	}

	private Object run(Map<String, byte[]> woven, List<String> items) throws ReflectiveOperationException {
		return new DefiningClassLoader(this.classes, woven).loadClass("Shop")
			.getMethod("run", List.class)
			.invoke(null, items);
	}

	private void compile() {
		StringWriter messages = new StringWriter();
		String path = this.classes + File.pathSeparator + System.getProperty("java.class.path");
		JavaFileObject source = new SimpleJavaFileObject(URI.create("source:///Shop.java"),
				JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return SHOP;
			}

		};
		boolean done = ToolProvider.getSystemJavaCompiler()
			.getTask(messages, null, null,
					List.of("-d", this.classes.toString(), "-cp", path, "-processor",
							"lombok.launch.AnnotationProcessorHider$AnnotationProcessor", "-g", "--release", "17"),
					null, List.of(source))
			.call();
		assertThat(done).withFailMessage(messages::toString).isTrue();
	}

}
