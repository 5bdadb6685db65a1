package io.deco.weave;

import java.nio.file.Path;
import java.util.List;

import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WeaverTests {

	@TempDir
	private Path classes = Path.of("");

	@Test
	void weavesCallsOfCollectionsThatMayBeConcurrent() {
		JavaSources.compile(this.classes, """
				public class Remote extends java.util.ArrayList<String> {
					@Override @io.deco.Concurrent public boolean add(String text) { return super.add(text); }
					@Override @io.deco.Concurrent public String get(int index) { return super.get(index); }
				}
				""", """
				public class Client {
					@io.deco.Synchronized void copy(java.util.List<String> from, java.util.List<String> to) {
						to.add(from.get(0));
					}
				}
				""");
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), JavaSources.classPath())) {
			WovenModule woven = new ModuleWeaver(index).weave();
			assertThat(woven.classes()).containsKey("Client");
			assertThat(woven.remarks()).extracting("kind").contains(Kind.FORKED).doesNotContain(Kind.UNWOVEN);
		}
	}

	@Test
	void writesProtectedFieldsOfOtherPackagesLater() throws Exception {
		JavaSources.compile(this.classes, "package base; public class Base { protected String text = \"old\"; }", """
				package shop;
				public class Shop extends base.Base {
					@io.deco.Concurrent String text(int i) { return "t" + i; }
					@io.deco.Synchronized public String read() {
						super.text = text(1);
						Shop other = new Shop();
						other.text = text(2);
						java.util.function.Supplier<String> own = () -> super.text;
						return own.get() + this.text + other.text;
					}
				}
				""");
		try (ClassIndex index = ClassIndex.open(List.of(this.classes), JavaSources.classPath())) {
			WovenModule woven = new ModuleWeaver(index).weave();
			assertThat(woven.remarks()).extracting("kind").contains(Kind.FORKED).doesNotContain(Kind.UNWOVEN);
			Class<?> shop = new DefiningClassLoader(this.classes, woven.classes()).loadClass("shop.Shop");
			assertThat(shop.getMethod("read").invoke(shop.getConstructor().newInstance())).isEqualTo("t1t1t2");
		}
	}

}
