package io.deco.analysis.effects;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.effects.Effects.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Follows calls from method to method.
 * <p>
 * Methods that call one another in a circle are first assumed to be free. If the analysis
 * under this assumption finds one that is not, it starts again with what it found, until
 * nothing changes; effects only grow, so that it ends. What was found is kept only then.
 * Static initialisers that run one another in a circle are no such methods: which of them
 * comes first decides what they see.
 */
final class MethodEffects {

	private static final int MAX_DEPTH = 60;

	private static final String INITIALISER = ".<clinit>()V";

	private final BodyEffects bodies;

	private final Map<String, Effect> settled = new HashMap<>();

	private final Map<String, Effect> assumed = new HashMap<>();

	private final Map<String, Effect> found = new HashMap<>();

	private final Set<String> active = new LinkedHashSet<>();

	private boolean refuted;

	MethodEffects(BodyEffects bodies) {
		this.bodies = bodies;
	}

	synchronized Effect of(DeclaredMethod method) {
		String key = method.type().name + '.' + method.method().name + method.method().desc;
		if (!this.active.isEmpty()) {
			return visit(key, method);
		}
		Effect effect = this.settled.get(key);
		while (effect == null) {
			this.refuted = false;
			this.found.clear();
			Effect candidate = visit(key, method);
			if (!this.refuted) {
				this.settled.putAll(this.found);
				this.assumed.clear();
				effect = candidate;
			}
		}
		return effect;
	}

	private Effect visit(String key, DeclaredMethod method) {
		Effect known = known(key);
		if (known != null) {
			return known;
		}
		if (this.active.contains(key)) {
			if (isCircleOfInitialisers(key)) {
				return Effect.observable("depends on which class of a circle is initialised first");
			}
			return this.assumed.computeIfAbsent(key, (missing) -> Effect.shallow("calls itself"));
		}
		if (this.active.size() >= MAX_DEPTH) {
			return Effect.observable("calls too many methods to follow");
		}
		this.active.add(key);
		try {
			Effect effect = this.bodies.of(method);
			Effect assumption = this.assumed.get(key);
			if (assumption != null && effect.kind() != assumption.kind()) {
				this.assumed.put(key, effect.and(assumption));
				this.refuted |= effect.kind().compareTo(assumption.kind()) > 0;
			}
			this.found.put(key, effect);
			return effect;
		}
		finally {
			this.active.remove(key);
		}
	}

	/**
	 * Whether a static initialiser comes back to itself through that of another class,
	 * which then sees it unfinished.
	 */
	private boolean isCircleOfInitialisers(String key) {
		return initialises(key) && this.active.stream()
			.dropWhile((each) -> !each.equals(key))
			.skip(1)
			.anyMatch(MethodEffects::initialises);
	}

	private static boolean initialises(String key) {
		return key.endsWith(INITIALISER);
	}

	/**
	 * Whether the static initialiser of a class is one of those that are being followed.
	 */
	synchronized boolean isInitialising(String type) {
		return this.active.contains(type + INITIALISER);
	}

	private @Nullable Effect known(String key) {
		Effect effect = this.settled.get(key);
		return (effect != null) ? effect : this.found.get(key);
	}

}
