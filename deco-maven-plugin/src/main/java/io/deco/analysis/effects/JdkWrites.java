package io.deco.analysis.effects;

import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Knows by their names which of its operands a call of the JDK changes.
 * <p>
 * A method of a class whose objects are there to be changed changes its receiver, unless
 * its name is one of those that only read; so a method that a later JDK adds counts as
 * one that writes. So does an array, and a buffer, as an argument of a method that is not
 * known to read it. Other arguments are changed by few methods, which are named.
 */
final class JdkWrites {

	private static final Set<String> PACKAGES = Set.of("java/util/", "java/util/concurrent/atomic/", "java/util/jar/",
			"java/util/zip/", "java/io/", "java/nio/");

	private static final Set<String> OTHERS = Set.of("java/lang/StringBuilder", "java/lang/StringBuffer",
			"java/lang/Appendable", "java/sql/Date", "java/sql/Time", "java/sql/Timestamp");

	private static final Set<String> UNCHANGED = Set.of("java/io/Closeable", "java/io/File", "java/util/Base64$Decoder",
			"java/util/Base64$Encoder", "java/util/Comparator", "java/util/Currency", "java/util/HexFormat",
			"java/util/Locale", "java/util/Optional", "java/util/OptionalDouble", "java/util/OptionalInt",
			"java/util/OptionalLong", "java/util/ResourceBundle", "java/util/ServiceLoader", "java/util/TimeZone",
			"java/util/Timer", "java/util/UUID");

	/** First words of names. */
	private static final Set<String> READING = Set.of("after", "array", "available", "before", "binary", "capacity",
			"cardinality", "ceiling", "char", "characteristics", "chars", "checked", "clone", "code", "comparator",
			"contains", "deep", "descending", "disjoint", "double", "duplicate", "element", "elements", "empty",
			"entry", "enumeration", "equals", "estimate", "first", "float", "floor", "for", "frequency", "get", "has",
			"hash", "head", "higher", "index", "int", "intersects", "is", "iterator", "key", "keys", "last", "length",
			"list", "long", "lower", "mapping", "max", "min", "mismatch", "n", "navigable", "new", "peek", "reduce",
			"remaining", "reversed", "search", "sequenced", "singleton", "size", "slice", "spliterator", "stream",
			"string", "sub", "sum", "synchronized", "tail", "to", "unmodifiable", "values");

	private static final Set<String> READERS = Set.of("asIterator", "asLifoQueue", "asList", "asReadOnlyBuffer",
			"compare", "compareTo", "compareUnsigned", "copyOf", "copyOfRange", "nextClearBit", "nextIndex",
			"nextSetBit", "parallelStream", "previousClearBit", "previousIndex", "previousSetBit", "reverseOrder");

	/** Move on an iterator, which is mostly the method's own. */
	private static final Set<String> MOVES = Set.of("java/util/Iterator.next", "java/util/ListIterator.next",
			"java/util/ListIterator.previous", "java/util/Enumeration.nextElement");

	/** Classes of static methods, of which it is known what they change. */
	private static final Set<String> HELPERS = Set.of("java/util/Arrays", "java/util/Collections", "java/lang/System",
			"java/lang/reflect/Array");

	/** First words of names of methods that read arrays which they are given. */
	private static final Set<String> READ_ARRAY = Set.of("<init>", "add", "all", "any", "append", "as", "code",
			"command", "compare", "concat", "content", "copy", "create", "equals", "exec", "format", "hash", "init",
			"insert", "invoke", "is", "join", "load", "log", "mismatch", "name", "new", "of", "offer", "parse", "print",
			"printf", "println", "push", "put", "region", "resolve", "set", "spliterator", "stream", "string", "unread",
			"update", "value", "verify", "wrap", "write");

	/** Those of which one that is given two arrays fills the second. */
	private static final Set<String> READ_ARRAY_ALONE = Set.of("decode", "digest", "do", "encode");

	private static final Set<String> ARRAY_READERS = Set.of("java/io/ByteArrayInputStream", "java/io/CharArrayReader");

	/** Methods that look at a buffer without moving it. */
	private static final Set<String> READ_BUFFER = Set.of("compareTo", "equals", "mismatch");

	private JdkWrites() {
	}

	/**
	 * Whether a call changes one of its operands, the receiver being the first.
	 */
	static boolean writes(MethodInsnNode call, int operand) {
		if (call.getOpcode() == Opcodes.INVOKESTATIC) {
			return (HELPERS.contains(call.owner)) ? operand == staticTarget(call) : fills(call, operand);
		}
		return (operand > 0) ? fills(call, operand - 1) : isChanged(call.owner) && !reads(call) && !moves(call);
	}

	/**
	 * Whether a call moves its receiver on, which is a change to whoever else has it.
	 */
	static boolean moves(MethodInsnNode call) {
		return MOVES.contains(call.owner + '.' + call.name);
	}

	private static int staticTarget(MethodInsnNode call) {
		return switch (call.owner) {
			case "java/util/Arrays", "java/util/Collections" -> reads(call) ? -1 : 0;
			case "java/lang/System" -> call.name.equals("arraycopy") ? 2 : -1;
			case "java/lang/reflect/Array" -> call.name.startsWith("set") ? 0 : -1;
			default -> -1;
		};
	}

	private static boolean fills(MethodInsnNode call, int argument) {
		Type type = Type.getArgumentTypes(call.desc)[argument];
		if (type.getSort() == Type.ARRAY) {
			return !readsArray(call);
		}
		String name = (type.getSort() == Type.OBJECT) ? type.getInternalName() : "";
		if (name.startsWith("java/nio/") && name.endsWith("Buffer")) {
			return !READ_BUFFER.contains(call.name);
		}
		return switch (call.name) {
			case "drainTo" -> name.equals("java/util/Collection");
			case "appendReplacement", "appendTail" -> name.startsWith("java/lang/");
			default -> false;
		};
	}

	private static boolean readsArray(MethodInsnNode call) {
		String word = firstWord(call.name);
		boolean alone = Type.getArgumentCount(call.desc) == 1;
		return READ_ARRAY.contains(word) || (alone && READ_ARRAY_ALONE.contains(word));
	}

	/**
	 * Whether an object of a class that is changed changes others on which it was made.
	 */
	static boolean writesThrough(String owner) {
		return owner.startsWith("java/io/") || owner.equals("java/util/Formatter") || owner.equals("java/util/Scanner")
				|| ((owner.startsWith("java/util/zip/") || owner.startsWith("java/util/jar/"))
						&& owner.endsWith("Stream"));
	}

	/**
	 * Whether the receiver of a call keeps nothing that it is given to be changed: the
	 * array that it is made to read, or, once it is made, what it writes.
	 */
	static boolean keepsNothing(MethodInsnNode call) {
		return call.name.equals("<init>") ? ARRAY_READERS.contains(call.owner)
				: writesThrough(call.owner) && !call.name.equals("connect");
	}

	private static boolean isChanged(String owner) {
		int simple = owner.lastIndexOf('/') + 1;
		String holder = owner.substring(0, simple);
		return holder.equals("java/util/concurrent/") ? isCollection(owner.substring(simple))
				: (PACKAGES.contains(holder) && !UNCHANGED.contains(owner)) || OTHERS.contains(owner);
	}

	/**
	 * Whether a class of this package holds elements. Others coordinate threads.
	 */
	private static boolean isCollection(String name) {
		return name.endsWith("Map") || name.endsWith("Set") || name.endsWith("List") || name.endsWith("Queue")
				|| name.endsWith("Deque");
	}

	private static boolean reads(MethodInsnNode call) {
		String name = call.name;
		if (call.owner.startsWith("java/nio/") && name.startsWith("get")) {
			return false;
		}
		boolean reading = READING.contains(firstWord(name)) || READERS.contains(name);
		return reading && !name.contains("And") && !name.contains("Then");
	}

	/**
	 * The first word of a method's name.
	 */
	static String firstWord(String name) {
		int end = 0;
		while (end < name.length() && !Character.isUpperCase(name.charAt(end))) {
			end++;
		}
		return name.substring(0, end);
	}

}
