package io.deco.oracle.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The types and forms of random programs, read from tables next to this class.
 */
final class Grammar {

	private final Map<String, ValueType> types = new LinkedHashMap<>();

	private final List<Production> expressions = lines("expressions.txt").map(Production::parse).toList();

	private final List<Production> statements = lines("statements.txt").map(Production::parse).toList();

	private final List<ServiceMethod> services = lines("services.txt").map(ServiceMethod::parse).toList();

	private final List<String> rows = lines("rows.txt").toList();

	private final Map<String, String> members = new LinkedHashMap<>();

	private final Map<String, List<Production>> byType = new LinkedHashMap<>();

	Grammar() {
		lines("types.txt").map(ValueType::parse).forEach((type) -> this.types.put(type.name(), type));
		for (ValueType type : this.types.values()) {
			this.byType.put(type.name(),
					this.expressions.stream().filter((production) -> type.allows(production)).toList());
		}
		for (String member : read("members.txt").split("#### ", -1)) {
			if (!member.isEmpty()) {
				int end = member.indexOf('\n');
				this.members.put(member.substring(0, end), member.substring(end + 1));
			}
		}
	}

	ValueType type(String name) {
		return Objects.requireNonNull(this.types.get(name), name);
	}

	boolean isType(String name) {
		return this.types.containsKey(name);
	}

	List<ValueType> types() {
		return List.copyOf(this.types.values());
	}

	List<Production> expressions() {
		return this.expressions;
	}

	List<Production> expressions(String type) {
		return Objects.requireNonNull(this.byType.get(type), type);
	}

	List<Production> statements() {
		return this.statements;
	}

	List<ServiceMethod> services() {
		return this.services;
	}

	/**
	 * What must happen to enough programs, besides that each form is used.
	 */
	List<String> rows() {
		return this.rows;
	}

	/**
	 * Classes and methods that programs may mention, by what mentions them.
	 */
	Map<String, String> members() {
		return this.members;
	}

	private static Stream<String> lines(String table) {
		return read(table).lines().filter((line) -> !line.isBlank() && !line.startsWith("#"));
	}

	private static String read(String table) {
		try (InputStream stream = Grammar.class.getResourceAsStream(table)) {
			return new String(Objects.requireNonNull(stream, table).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
