package io.deco.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import io.deco.Concurrent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of methods that are concurrent because the build says so.
 */
class ListedMethodsTests {

	private static final String HERE = Thread.currentThread().getName();

	@TempDir
	private Path folder = Path.of("");

	@Test
	void areConcurrentWithoutAnnotation() throws IOException {
		String type = Legacy.class.getName();
		try (URLClassLoader application = application(type + "#find(J)Ljava/lang/String;\n")) {
			Contexts.runner().withClassLoader(application).withBean(Legacy.class).run((context) -> {
				Legacy legacy = context.getBean(Legacy.class);
				assertThat((String) WovenCaller.call(legacy, Legacy.class, "find", 1L)).startsWith("deco-");
				assertThat(WovenCaller.call(legacy, Legacy.class, "other", 1L)).isEqualTo(HERE);
			});
		}
	}

	@Test
	void countForTheirImplementations() throws IOException {
		try (URLClassLoader application = application(Store.class.getName() + "#load()Ljava/lang/String;\r\n")) {
			Contexts.runner().withClassLoader(application).withBean(FileStore.class).run((context) -> {
				FileStore store = context.getBean(FileStore.class);
				assertThat((String) WovenCaller.call(store, Store.class, "load")).startsWith("deco-");
				assertThat((String) WovenCaller.call(store, FileStore.class, "load")).startsWith("deco-");
			});
		}
	}

	@Test
	void leavesWhatAnAnnotationSays() throws Exception {
		String type = Annotated.class.getName();
		try (URLClassLoader application = application(type + "#load()Ljava/lang/String;\n")) {
			Contexts.runner().withClassLoader(application).run((context) -> {
				ConcurrentDeclaration declaration = ConcurrentMethods.of(Annotated.class)
					.find(Annotated.class.getDeclaredMethod("load"));
				assertThat(declaration).extracting(ConcurrentDeclaration::pool).isEqualTo("http");
			});
		}
	}

	@Test
	void areNoneWithoutAList() {
		assertThat(ConcurrentMethods.of(Unlisted.class).isEmpty()).isTrue();
	}

	private URLClassLoader application(String list) throws IOException {
		Path file = this.folder.resolve(ListedMethods.LOCATION);
		Files.createDirectories(file.getParent());
		Files.writeString(file, list);
		return new URLClassLoader(new URL[] { this.folder.toUri().toURL() }, getClass().getClassLoader());
	}

	static class Legacy {

		String find(long id) {
			return Thread.currentThread().getName();
		}

		String other(long id) {
			return find(id);
		}

	}

	interface Store {

		String load();

	}

	static class FileStore implements Store {

		@Override
		public String load() {
			return Thread.currentThread().getName();
		}

	}

	static class Annotated {

		@Concurrent("http")
		String load() {
			return "";
		}

	}

	static class Unlisted {

		String load() {
			return "";
		}

	}

}
