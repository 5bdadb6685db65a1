package io.deco.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Deco, broken or not, with the cases that it has woven.
 * <p>
 * What the runtime does has no influence on what is woven: a mutation of it runs what
 * unbroken code has woven.
 */
final class WovenDeco implements AutoCloseable {

	private final LoadedDeco deco;

	private final @Nullable WovenDeco weaver;

	private final Map<CaseModule, Map<String, byte[]>> woven = new HashMap<>();

	private final Map<CaseModule, String> failures = new HashMap<>();

	/**
	 * Loads deco.
	 * @param mutation the mutation, {@code null} for none
	 * @param unbroken deco without it
	 * @throws IOException if the mutation cannot be compiled
	 */
	WovenDeco(Mutation mutation, WovenDeco unbroken) throws IOException {
		this.deco = new LoadedDeco(compile(mutation));
		this.weaver = (mutation.isOfRuntime()) ? unbroken : null;
	}

	/**
	 * Loads deco without a mutation.
	 */
	WovenDeco() {
		this.deco = new LoadedDeco(Map.of());
		this.weaver = null;
	}

	private static Map<String, byte[]> compile(Mutation mutation) throws IOException {
		Path folder = Files.createTempDirectory("mutation");
		Path file = folder.resolve(Path.of(mutation.file()).getFileName());
		try {
			Files.writeString(file, mutation.mutated());
			return new Compilation(Form.JAVAC, LoadedDeco.classPath().toList()).compile(List.of(file));
		}
		finally {
			Files.delete(file);
			Files.delete(folder);
		}
	}

	@Override
	public void close() throws IOException {
		this.deco.close();
	}

	/**
	 * Says why a module cannot be woven, {@code null} if all its cases can.
	 */
	@Nullable String failure(CaseModule module) {
		weave(module);
		return this.failures.get(module);
	}

	private Map<String, byte[]> weave(CaseModule module) {
		Map<String, byte[]> known = this.woven.get(module);
		if (known == null) {
			known = (this.weaver != null) ? this.weaver.weave(module) : weaveAnew(module);
			this.woven.put(module, known);
		}
		return known;
	}

	private Map<String, byte[]> weaveAnew(CaseModule module) {
		try {
			Map<String, byte[]> result = this.deco.weave(module);
			if (module.cases().stream().anyMatch((name) -> CaseModule.of(name, result).isEmpty())) {
				this.failures.put(module, "leaves a case unwoven");
			}
			return result;
		}
		catch (ExecutionException ex) {
			this.failures.put(module, "fails with " + kindOf(ex));
		}
		catch (TimeoutException ex) {
			this.failures.put(module, "does not end");
		}
		return Map.of();
	}

	/**
	 * Compares a woven case with the same case unwoven.
	 * @param name the case
	 * @param module what it is woven with
	 * @param schedule how its tasks run
	 * @return how they differ, {@code null} if they do not
	 */
	@Nullable String difference(String name, CaseModule module, String schedule) {
		try {
			return this.deco.difference(name, module.classes(), weave(module), schedule);
		}
		catch (ExecutionException ex) {
			return "fails with " + kindOf(ex);
		}
		catch (TimeoutException ex) {
			return "does not end";
		}
	}

	/**
	 * Compares the programs of all rules, woven, with the same programs as written.
	 * @return the first that differs, {@code null} if none does
	 */
	@Nullable String rules() {
		try {
			return this.deco.rules();
		}
		catch (ExecutionException ex) {
			return "weaving fails with " + kindOf(ex);
		}
		catch (TimeoutException ex) {
			return "weaving does not end";
		}
	}

	private static String kindOf(ExecutionException ex) {
		Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
		return cause.getClass().getSimpleName();
	}

}
