package io.deco.analysis.forks;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Fields of a module not all of whose reads can be made to wait. What is written to them
 * is awaited before.
 *
 * @param readers the binary names of the classes that cannot be woven, by the field
 */
public record UnwaitableFields(Map<String, String> readers) {

	/** All reads can wait. */
	public static final UnwaitableFields NONE = new UnwaitableFields(Map.of());

	/**
	 * Adds a field.
	 * @param owner the internal name of the class that declares it
	 * @param name its name
	 * @param reader the binary name of the class that cannot be woven
	 * @return all fields
	 */
	public UnwaitableFields with(String owner, String name, String reader) {
		Map<String, String> more = new TreeMap<>(this.readers);
		more.putIfAbsent(key(owner, name), reader);
		return new UnwaitableFields(more);
	}

	/**
	 * Finds out what reads a field without waiting.
	 * @param owner the internal name of the class that declares it
	 * @param name its name
	 * @return the binary name of a class, {@code null} if all reads can wait
	 */
	public @Nullable String readerOf(String owner, String name) {
		return this.readers.get(key(owner, name));
	}

	private static String key(String owner, String name) {
		return owner + "." + name;
	}

}
