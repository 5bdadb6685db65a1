package io.deco.analysis.classpath;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Knows the types whose values, and all that these hold, can never change.
 * <p>
 * A type counts only if no value of it can be of an unknown subclass, every instance
 * field is final and of such a type, and {@code toString}, {@code equals} and
 * {@code hashCode} are the compiler's or the JDK's.
 */
public final class ImmutableTypes {

	private static final Set<String> KNOWN = Set.of("java/lang/String", "java/lang/Boolean", "java/lang/Byte",
			"java/lang/Character", "java/lang/Short", "java/lang/Integer", "java/lang/Long", "java/lang/Float",
			"java/lang/Double", "java/lang/Void", "java/lang/Class", "java/util/UUID", "java/util/Locale",
			"java/util/Currency", "java/util/OptionalInt", "java/util/OptionalLong", "java/util/OptionalDouble",
			"java/net/URI", "java/time/Duration", "java/time/Instant", "java/time/LocalDate", "java/time/LocalDateTime",
			"java/time/LocalTime", "java/time/MonthDay", "java/time/OffsetDateTime", "java/time/OffsetTime",
			"java/time/Period", "java/time/Year", "java/time/YearMonth", "java/time/ZoneId", "java/time/ZoneOffset",
			"java/time/ZonedDateTime");

	private static final Set<String> ROOTS = Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

	private static final Set<String> OBJECT_METHODS = Set.of("toString()Ljava/lang/String;",
			"equals(Ljava/lang/Object;)Z", "hashCode()I", "finalize()V");

	private final ClassIndex index;

	private final Map<String, Boolean> known = new ConcurrentHashMap<>();

	public ImmutableTypes(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Whether a type is one of the JDK's that need no look at their class.
	 */
	public static boolean isKnown(Type type) {
		return type.getSort() == Type.OBJECT && KNOWN.contains(type.getInternalName());
	}

	/**
	 * Whether all values of a type are immutable.
	 */
	public boolean contains(Type type) {
		return switch (type.getSort()) {
			case Type.OBJECT -> contains(type.getInternalName());
			case Type.ARRAY, Type.METHOD -> false;
			default -> true;
		};
	}

	private boolean contains(String name) {
		if (KNOWN.contains(name)) {
			return true;
		}
		Boolean immutable = this.known.get(name);
		if (immutable == null) {
			// Types that hold one another are immutable together or not at all
			immutable = holdsOnlyImmutable(name, new LinkedHashSet<>());
			this.known.put(name, immutable);
		}
		return immutable;
	}

	private boolean holdsOnlyImmutable(String name, Set<String> visiting) {
		if (KNOWN.contains(name) || !visiting.add(name)) {
			return true;
		}
		ClassNode node = this.index.find(name);
		if (node == null) {
			return false;
		}
		if (this.index.isPlatform(name)) {
			return name.startsWith("java/") && (node.access & Opcodes.ACC_ENUM) != 0;
		}
		if (!isFixed(node, visiting)) {
			return false;
		}
		for (String superclass : this.index.hierarchy().selfAndSuperclasses(name)) {
			if (!ROOTS.contains(superclass) && !hasOnlyImmutableFields(superclass, visiting)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether all subclasses are known and immutable themselves.
	 */
	private boolean isFixed(ClassNode node, Set<String> visiting) {
		if ((node.access & Opcodes.ACC_FINAL) != 0) {
			return true;
		}
		if (node.permittedSubclasses != null) {
			return node.permittedSubclasses.stream().allMatch((name) -> holdsOnlyImmutable(name, visiting));
		}
		// An enum with constant bodies, compiled before there were sealed classes
		return (node.access & Opcodes.ACC_ENUM) != 0
				&& this.index.subtypes(node.name).stream().allMatch((name) -> holdsOnlyImmutable(name, visiting));
	}

	private boolean hasOnlyImmutableFields(String name, Set<String> visiting) {
		ClassNode node = this.index.find(name);
		if (node == null || this.index.isPlatform(name)) {
			return false;
		}
		for (FieldNode field : node.fields) {
			if ((field.access & Opcodes.ACC_STATIC) == 0
					&& ((field.access & Opcodes.ACC_FINAL) == 0 || !isImmutable(field, visiting))) {
				return false;
			}
		}
		return node.methods.stream()
			.noneMatch((method) -> OBJECT_METHODS.contains(method.name + method.desc) && !isGenerated(method));
	}

	private boolean isImmutable(FieldNode field, Set<String> visiting) {
		Type type = Type.getType(field.desc);
		return (type.getSort() == Type.OBJECT) ? holdsOnlyImmutable(type.getInternalName(), visiting)
				: type.getSort() != Type.ARRAY;
	}

	private static boolean isGenerated(MethodNode method) {
		for (AbstractInsnNode instruction : method.instructions) {
			if (instruction instanceof InvokeDynamicInsnNode dynamic
					&& "java/lang/runtime/ObjectMethods".equals(dynamic.bsm.getOwner())) {
				return true;
			}
		}
		return false;
	}

}
