package io.deco.analysis.forks;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ClassScan;
import io.deco.analysis.classpath.MethodFamily;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.forks.ForkSelection.Obstacle;
import io.deco.analysis.settings.DeclaredConcurrency;
import io.deco.analysis.settings.MethodPatterns;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides from a call's static type whether it is concurrent.
 * <p>
 * It is when the method, its type, a method that it overrides or any known implementation
 * is annotated, or named in the build. Too many is safe, because a call that turns out
 * not to be intercepted runs in place; so every relation counts, and no modifier is
 * looked at twice.
 */
public final class ConcurrentCalls {

	private static final String OBJECT = "java/lang/Object";

	private final ClassIndex index;

	private final ArgumentEffects arguments;

	private final Map<String, Optional<ConcurrentCall>> calls = new ConcurrentHashMap<>();

	private final DeclaredConcurrency declared;

	private @Nullable Annotated annotated;

	public ConcurrentCalls(ClassIndex index, Effects effects) {
		this(index, effects, new DeclaredConcurrency(index, MethodPatterns.NONE));
	}

	/**
	 * Creates a search for concurrent calls.
	 * @param index all classes
	 * @param effects tells which arguments a method modifies
	 * @param declared the methods that are concurrent without an annotation
	 */
	public ConcurrentCalls(ClassIndex index, Effects effects, DeclaredConcurrency declared) {
		this.index = index;
		this.declared = declared;
		this.arguments = new ArgumentEffects(index, effects);
	}

	/**
	 * Finds the concurrent method behind a call. Methods that return futures are not
	 * concurrent to the weaver, since they return at once by themselves; nor are suspend
	 * functions, which may.
	 * @param owner the static type of the receiver, or of a static method
	 * @param name the name of the method
	 * @param descriptor its descriptor
	 * @return what is known of the method, null if it is not concurrent
	 */
	public @Nullable ConcurrentCall find(String owner, String name, String descriptor) {
		return KotlinFunctions.suspends(descriptor) ? null : findDeclared(owner, name, descriptor);
	}

	/**
	 * Says why a call is an ordinary one although the method that it is meant for is
	 * marked concurrent.
	 * @param call the call
	 * @return the reason, {@code null} if there is none
	 */
	public @Nullable Obstacle findOrdinary(MethodInsnNode call) {
		if (KotlinFunctions.suspends(call.desc) && findDeclared(call.owner, call.name, call.desc) != null) {
			return KotlinFunctions.SUSPENDS;
		}
		boolean concurrent = KotlinFunctions.calledWithDefaults(call)
			.stream()
			.anyMatch((function) -> findDeclared(function.owner(), function.name(), function.descriptor()) != null);
		return concurrent ? KotlinFunctions.DEFAULTS : null;
	}

	private @Nullable ConcurrentCall findDeclared(String owner, String name, String descriptor) {
		if (name.startsWith("<") || !annotated().related().contains(owner)) {
			return null;
		}
		String key = owner + '.' + name + descriptor;
		Optional<ConcurrentCall> call = this.calls.get(key);
		if (call == null) {
			call = Optional.ofNullable(search(owner, name, descriptor));
			this.calls.put(key, call);
		}
		return call.orElse(null);
	}

	private @Nullable ConcurrentCall search(String owner, String name, String descriptor) {
		DeclaredMethod resolved = this.index.resolveMethod(owner, name, descriptor);
		if (resolved == null || OBJECT.equals(resolved.type().name) || returnsFuture(descriptor)) {
			return null;
		}
		MethodFamily family = MethodFamily.of(this.index, owner, resolved);
		return isConcurrent(family, name) ? this.arguments.of(owner, name, descriptor, family) : null;
	}

	private boolean returnsFuture(String descriptor) {
		Type type = Type.getReturnType(descriptor);
		return type.getSort() == Type.OBJECT
				&& (this.index.isAssignable(type.getInternalName(), "java/util/concurrent/Future")
						|| this.index.isAssignable(type.getInternalName(), "java/util/concurrent/CompletionStage"));
	}

	private boolean isConcurrent(MethodFamily family, String name) {
		return family.methods()
			.stream()
			.anyMatch((declared) -> Annotations.has(declared.method(), Annotations.CONCURRENT)
					|| this.declared.contains(declared))
				|| family.types().stream().anyMatch((type) -> isConcurrentByType(type, name, family.descriptors()));
	}

	private boolean isConcurrentByType(String type, String name, Set<String> descriptors) {
		if (this.index.hierarchy().selfAndSuperclasses(type).stream().noneMatch(annotated().types()::contains)) {
			return false;
		}
		for (String descriptor : descriptors) {
			DeclaredMethod method = this.index.resolveMethod(type, name, descriptor);
			if (method != null && (method.method().access & Opcodes.ACC_PUBLIC) != 0
					&& this.index.resolveMethod(OBJECT, name, descriptor) == null) {
				return true;
			}
		}
		return false;
	}

	private synchronized Annotated annotated() {
		if (this.annotated == null) {
			this.annotated = Annotated.in(this.index, this.declared);
		}
		return this.annotated;
	}

	/**
	 * A concurrent method, seen from a call.
	 *
	 * @param owner the static type that it is called on
	 * @param name the name of the method
	 * @param descriptor its descriptor
	 * @param modified bit i: the call may modify its argument i (0 = first argument)
	 * @param unmarked bit i: the byte code modifies argument i, although the method
	 * returns a value and no annotation says so
	 * @param modifiesParts whether the byte code modifies something that is only reached
	 * through an argument
	 */
	public record ConcurrentCall(String owner, String name, String descriptor, long modified, long unmarked,
			boolean modifiesParts) {
	}

	/**
	 * The types with an annotation on them, and all types through which a concurrent
	 * method may be called.
	 */
	private record Annotated(Set<String> types, Set<String> related) {

		static Annotated in(ClassIndex index, DeclaredConcurrency declared) {
			Set<String> types = new LinkedHashSet<>();
			Set<String> related = new LinkedHashSet<>();
			for (String name : index.mentioning(ClassScan.CONCURRENT)) {
				ClassNode node = index.findOutline(name);
				boolean onType = node != null && Annotations.has(node, Annotations.CONCURRENT);
				if (onType) {
					types.add(name);
				}
				if (node != null && (onType || hasMethod(node))) {
					addRelated(name, index, related);
				}
			}
			declared.types().forEach((name) -> addRelated(name, index, related));
			related.remove(OBJECT);
			return new Annotated(types, related);
		}

		private static void addRelated(String name, ClassIndex index, Set<String> related) {
			related.addAll(index.hierarchy().selfAndSupertypes(name));
			for (String subtype : index.subtypes(name)) {
				related.addAll(index.hierarchy().selfAndSupertypes(subtype));
			}
		}

		private static boolean hasMethod(ClassNode node) {
			for (MethodNode method : node.methods) {
				if (Annotations.has(method, Annotations.CONCURRENT)) {
					return true;
				}
			}
			return false;
		}

	}

}
