package io.deco.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells objects that nobody can modify from all others, by their class.
 */
final class Leaves {

	/**
	 * Final classes, so that a declared type is as good as the class of a value.
	 */
	private static final Set<String> FINAL = Set.of("java.lang.Boolean", "java.lang.Byte", "java.lang.Character",
			"java.lang.Class", "java.lang.Double", "java.lang.Float", "java.lang.Integer", "java.lang.Long",
			"java.lang.Short", "java.lang.String", "java.lang.Void", "java.net.URI", "java.util.Locale",
			"java.util.UUID", "java.util.regex.Pattern", "java.time.Duration", "java.time.Instant",
			"java.time.LocalDate", "java.time.LocalDateTime", "java.time.LocalTime", "java.time.MonthDay",
			"java.time.OffsetDateTime", "java.time.OffsetTime", "java.time.Period", "java.time.Year",
			"java.time.YearMonth", "java.time.ZoneOffset", "java.time.ZonedDateTime");

	private static final Set<String> EXTENSIBLE = Set.of("java.math.BigDecimal", "java.math.BigInteger",
			"java.time.ZoneRegion");

	private static final ClassValue<Boolean> LEAVES = new ClassValue<>() {

		@Override
		protected Boolean computeValue(Class<?> type) {
			return FINAL.contains(type.getName()) || EXTENSIBLE.contains(type.getName()) || isStatelessEnum(type);
		}

	};

	private Leaves() {
	}

	/**
	 * Whether an object is a leaf. Most are of the first few classes.
	 */
	static boolean isLeaf(@Nullable Object object) {
		return object == null || object instanceof Long || object instanceof Integer || object instanceof String
				|| isLeafClass(object.getClass());
	}

	static boolean isLeafClass(Class<?> type) {
		return LEAVES.get(type);
	}

	/**
	 * Whether all values of a type are leaves.
	 * @param descriptor the type's descriptor in a class file
	 */
	static boolean isLeafType(String descriptor) {
		if (descriptor.length() == 1) {
			return true;
		}
		return descriptor.charAt(0) == 'L'
				&& FINAL.contains(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
	}

	/**
	 * Whether an enum's constants hold nothing that can change: a final field may still
	 * refer to an array, a collection or a function. Fields of the enum's own type are
	 * constants of it again.
	 */
	private static boolean isStatelessEnum(Class<?> type) {
		for (Class<?> each = type; Enum.class.isAssignableFrom(each)
				&& each != Enum.class; each = each.getSuperclass()) {
			for (var field : each.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !isFixed(field, each)) {
					return false;
				}
			}
		}
		return Enum.class.isAssignableFrom(type);
	}

	private static boolean isFixed(Field field, Class<?> declaring) {
		Class<?> type = field.getType();
		return Modifier.isFinal(field.getModifiers()) && (isLeafType(type.descriptorString())
				|| (type == declaring && Modifier.isFinal(type.getModifiers())));
	}

}
