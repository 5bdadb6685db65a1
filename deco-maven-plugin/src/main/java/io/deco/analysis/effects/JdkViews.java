package io.deco.analysis.effects;

import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Knows by their names the calls of the JDK whose result shows what their receiver, or
 * first argument, holds: what is stored in the one is an element of the other.
 */
final class JdkViews {

	private static final String ENTRY = "java/util/Map$Entry";

	/** First words of names, of methods of {@link java.util.Collections}. */
	private static final Set<String> WRAPPERS = Set.of("as", "checked", "new", "sequenced", "synchronized",
			"unmodifiable");

	/** First words of names, of methods of collections. */
	private static final Set<String> PARTS = Set.of("descending", "entry", "head", "key", "list", "navigable",
			"reversed", "sequenced", "sub", "tail", "values");

	private JdkViews() {
	}

	static boolean isMadeBy(MethodInsnNode call) {
		if (call.getOpcode() == Opcodes.INVOKESTATIC) {
			return switch (call.owner) {
				case "java/util/Arrays" -> call.name.equals("asList");
				case "java/util/Collections" -> WRAPPERS.contains(JdkWrites.firstWord(call.name));
				default -> false;
			};
		}
		return call.owner.startsWith("java/util/") && PARTS.contains(JdkWrites.firstWord(call.name));
	}

	/**
	 * Whether an object may be an entry, whose value is one of its map.
	 */
	static boolean isEntry(Origin value) {
		return value.type() != null && value.type().getInternalName().equals(ENTRY);
	}

}
