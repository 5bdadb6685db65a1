package io.deco.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SourceFoldersTests {

	@TempDir
	private Path folder = Path.of("");

	private SourceFolders folders = new SourceFolders(List.of());

	@BeforeEach
	void open() {
		this.folders = new SourceFolders(List.of(this.folder.resolve("missing"), this.folder));
	}

	@Test
	void findsAFileInTheFolderOfItsPackage() throws IOException {
		write("Cart.java", "wrong");
		write("com/example/Cart.java", "one\ntwo");
		assertThat(this.folders.find("com.example.Cart$Item", "Cart.java")).containsExactly("one", "two");
	}

	@Test
	void findsAFileWithoutTheFirstNamesOfItsPackage() throws IOException {
		write("shop/Cart.kt", "kotlin");
		assertThat(this.folders.find("com.example.shop.Cart", "Cart.kt")).containsExactly("kotlin");
		assertThat(this.folders.find("shop.Cart", "Cart.java")).isEmpty();
	}

	@Test
	void readsAFileOfAnotherEncoding() throws IOException {
		Files.write(this.folder.resolve("Cart.java"), new byte[] { 'a', (byte) 0xE4, 'b' });
		assertThat(this.folders.find("Cart", "Cart.java")).containsExactly("a\uFFFDb");
	}

	@Test
	void findsNothingUnderAnImpossibleName() {
		assertThat(this.folders.find("Cart", "\0")).isEmpty();
		assertThat(this.folders.find("Cart", "")).isEmpty();
	}

	private void write(String name, String content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

}
