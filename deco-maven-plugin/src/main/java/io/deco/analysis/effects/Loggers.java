package io.deco.analysis.effects;

import java.util.Set;

import io.deco.analysis.classpath.ImmutableTypes;
import io.deco.analysis.effects.Effects.Effect;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Logging, which may overtake pending calls as long as it runs no code of the user: a
 * message that is formatted from an object calls its {@code toString}.
 */
final class Loggers {

	private static final Set<String> LOGGERS = Set.of("org/slf4j/Logger", "java/util/logging/Logger",
			"org/apache/commons/logging/Log", "org/apache/logging/log4j/Logger", "java/lang/System$Logger");

	private static final Set<String> FACTORIES = Set.of("org/slf4j/LoggerFactory",
			"org/apache/commons/logging/LogFactory", "org/apache/logging/log4j/LogManager");

	private static final Set<String> FACTORY_METHODS = Set.of("getLogger", "getLog");

	private static final Set<String> MESSAGES = Set.of("trace", "debug", "info", "warn", "error", "fatal", "severe",
			"warning", "config", "fine", "finer", "finest", "log");

	private static final Set<String> LEVELS = Set.of("org/slf4j/event/Level", "java/util/logging/Level",
			"org/apache/logging/log4j/Level", "java/lang/System$Logger$Level");

	private final ImmutableTypes immutableTypes;

	Loggers(ImmutableTypes immutableTypes) {
		this.immutableTypes = immutableTypes;
	}

	/**
	 * Returns the effect of a call, null if it has nothing to do with logging.
	 */
	@Nullable Effect of(Call call) {
		if (isFactory(call.owner()) || (call.isStatic() && LOGGERS.contains(call.owner()))) {
			return FACTORY_METHODS.contains(call.name()) && hasPlainArguments(call) ? Effect.shallow("finds a logger")
					: null;
		}
		if (!LOGGERS.contains(call.owner())) {
			return null;
		}
		if (call.name().equals("isLoggable") || (call.name().startsWith("is") && call.name().endsWith("Enabled"))) {
			return hasPlainArguments(call) ? Effect.shallow("asks for a log level") : null;
		}
		if (!MESSAGES.contains(call.name())) {
			return null;
		}
		return hasPlainArguments(call) ? Effect.shallow("writes a log")
				: Effect.observable("calls " + call + ", which may run the toString method of an argument");
	}

	private boolean hasPlainArguments(Call call) {
		return call.arguments().stream().allMatch(this::isPlain);
	}

	private boolean isPlain(Type argument) {
		return this.immutableTypes.contains(argument)
				|| (argument.getSort() == Type.OBJECT && LEVELS.contains(argument.getInternalName()));
	}

	/**
	 * Whether a class hands out loggers, so that initialising it does nothing that
	 * matters to others.
	 */
	static boolean isFactory(String owner) {
		return FACTORIES.contains(owner);
	}

}
