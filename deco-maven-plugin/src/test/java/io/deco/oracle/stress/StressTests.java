package io.deco.oracle.stress;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.ClassNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library woven completely; the command for others, and for their own tests, is in
 * docs/oracle.md.
 */
class StressTests {

	@Test
	void everyCallOfALibraryCanBeConcurrent(@TempDir Path folder) throws IOException, URISyntaxException {
		Path jar = Path.of(ClassNode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		WovenLibrary woven = Stress.weave(jar, List.of(), (index) -> Choice.EVERY, folder);
		assertThat(woven.faults()).isEmpty();
		assertThat(woven.load()).isEmpty();
		assertThat(woven.forks()).isGreaterThan(300);
	}

}
