package io.deco.analysis.effects;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.ClassHeader;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects.Effect.Kind;
import io.deco.analysis.effects.Effects.Effect;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides whether it can be observed when a class is initialised: by an effect of its
 * static initialiser, or since that fails.
 */
final class ClassInitialisation {

	private final ClassIndex index;

	private final Map<String, Boolean> completing = new ConcurrentHashMap<>();

	ClassInitialisation(ClassIndex index) {
		this.index = index;
	}

	Effect of(String owner, String from, CallEffects calls) {
		if (owner.startsWith("[") || this.index.hierarchy().selfAndSuperclasses(from).contains(owner)) {
			return Effect.shallow("is initialised already");
		}
		if (this.index.isPlatform(owner) || Loggers.isFactory(owner)) {
			return Effect.shallow("is a class of the JDK or hands out loggers");
		}
		return of(initialised(owner), from, calls);
	}

	/**
	 * The effect of initialising a class that implements an interface, but for its own
	 * initialiser.
	 */
	Effect ofImplementation(String owner, String from, CallEffects calls) {
		Set<String> types = new LinkedHashSet<>();
		for (String type : this.index.hierarchy().selfAndSupertypes(owner)) {
			ClassNode node = this.index.isPlatform(type) ? null : this.index.find(type);
			if (!this.index.isPlatform(type) && (node == null || hasBody(node))) {
				types.add(type);
			}
		}
		return of(types, from, calls);
	}

	private Effect of(Set<String> types, String from, CallEffects calls) {
		types.removeAll(this.index.hierarchy().selfAndSuperclasses(from));
		for (String type : types) {
			ClassNode node = this.index.find(type);
			if (node == null) {
				return Effect.observable("initialises " + type.replace('/', '.') + ", which is not on the class path");
			}
			for (MethodNode method : node.methods) {
				if (method.name.equals("<clinit>")) {
					if (isUnfinished(type, calls)) {
						return Effect.observable("initialises " + type.replace('/', '.')
								+ ", which depends on whether its superclass is initialised first");
					}
					Effect effect = calls.ofInitialiser(new DeclaredMethod(node, method));
					if (effect.kind() != Kind.SHALLOW) {
						return Effect.observable("initialises " + type.replace('/', '.') + ", whose static initialiser "
								+ reason(effect));
					}
					if (!this.completing.computeIfAbsent(type,
							(name) -> Completion.isCertain(this.index, new DeclaredMethod(node, method)))) {
						return Effect.observable(
								"initialises " + type.replace('/', '.') + ", whose static initialiser may fail");
					}
				}
			}
		}
		return Effect.shallow("has a static initialiser without effects");
	}

	/**
	 * Whether the initialiser of a superclass has come here: if the subclass is the first
	 * to be used, it does so before the subclass has set anything.
	 */
	private boolean isUnfinished(String type, CallEffects calls) {
		return this.index.hierarchy()
			.selfAndSuperclasses(type)
			.stream()
			.anyMatch((above) -> !above.equals(type) && calls.isInitialising(above));
	}

	private static String reason(Effect effect) {
		return effect.isObservable() ? effect.reason() : "reads what others may change";
	}

	/**
	 * The class, its superclasses, and the interfaces that have a method with a body:
	 * those that JVMS 5.5 initialises with the class.
	 */
	private Set<String> initialised(String owner) {
		Set<String> types = new LinkedHashSet<>();
		for (String type : this.index.hierarchy().selfAndSupertypes(owner)) {
			if (!this.index.isPlatform(type) && (type.equals(owner) || isInitialisedWith(owner, type))) {
				types.add(type);
			}
		}
		return types;
	}

	private boolean isInitialisedWith(String owner, String supertype) {
		ClassNode node = this.index.find(supertype);
		return node == null || isClass(supertype) || (isClass(owner) && hasBody(node));
	}

	private boolean isClass(String name) {
		ClassHeader header = this.index.hierarchy().header(name);
		return header == null || !header.isInterface();
	}

	private static boolean hasBody(ClassNode node) {
		return node.methods.stream()
			.anyMatch((method) -> (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0);
	}

}
