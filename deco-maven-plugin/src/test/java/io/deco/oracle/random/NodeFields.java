package io.deco.oracle.random;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields of the class {@code Node} that every program may use.
 */
final class NodeFields {

	private static final Map<String, String> BY_TYPE = Map.of("int", "value", "long", "wide", "double", "ratio",
			"String", "name", "Node", "next", "Point", "where", "Object", "any", "int[]", "cells", "List<Integer>",
			"items");

	private NodeFields() {
	}

	static @Nullable String of(String type) {
		return BY_TYPE.get(type);
	}

}
