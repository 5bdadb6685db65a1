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
 */
final class MethodEffects {

	private static final int MAX_DEPTH = 60;

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

	private @Nullable Effect known(String key) {
		Effect effect = this.settled.get(key);
		return (effect != null) ? effect : this.found.get(key);
	}

}
