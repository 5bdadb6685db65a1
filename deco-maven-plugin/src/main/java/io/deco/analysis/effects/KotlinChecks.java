package io.deco.analysis.effects;

import java.util.Set;

import io.deco.analysis.effects.Effects.Effect;
import org.jspecify.annotations.Nullable;

/**
 * The checks that Kotlin's compiler adds: they throw or do nothing, and all that they
 * read for it is the name of their caller.
 */
final class KotlinChecks {

	static final String OWNER = "kotlin/jvm/internal/Intrinsics";

	static final Set<String> NAMES = Set.of("checkNotNull", "checkNotNullParameter", "checkNotNullExpressionValue",
			"checkParameterIsNotNull", "checkExpressionValueIsNotNull", "checkReturnedValueIsNotNull",
			"checkFieldIsNotNull", "throwNpe", "throwJavaNpe", "throwUninitializedProperty",
			"throwUninitializedPropertyAccessException");

	private KotlinChecks() {
	}

	/**
	 * Returns the effect of a call, {@code null} if it is none of a check.
	 */
	static @Nullable Effect of(Call call) {
		return (call.owner().equals(OWNER) && NAMES.contains(call.name()))
				? Effect.shallow("calls " + call + ", which throws or does nothing") : null;
	}

}
