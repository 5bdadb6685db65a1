package io.deco.analysis.effects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ClassScan;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Types whose objects may be proxies that run other code first: Spring beans, and
 * entities that load lazily.
 * <p>
 * An annotation on a type, its members or its supertypes makes it such a type, unless the
 * annotation is known to mean nothing to a container; so does a {@code @Bean} method that
 * returns the type.
 */
final class ProxiedTypes {

	/** Annotations that a container makes nothing of. */
	private static final Pattern HARMLESS = Pattern.compile("L(java/lang/|jdk/|kotlin/|lombok/"
			+ "|org/jspecify/|org/jetbrains/annotations/|org/checkerframework/|edu/umd/cs/findbugs/"
			+ "|com/google/errorprone/|com/fasterxml/jackson/annotation/|tools/jackson/|io/swagger/"
			+ "|(jakarta|javax)/(validation/constraints/|validation/Valid;|xml/bind/|annotation/(Non|Null|Gener))"
			+ "|io/deco/(SideEffectFree|ReadOnly|Modifies);|org/springframework/lang/).*");

	private final ClassIndex index;

	private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

	private @Nullable Set<String> beans;

	ProxiedTypes(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Says why objects of one of the types may be proxies, null if they cannot.
	 */
	@Nullable String why(Set<String> types) {
		for (String type : types) {
			Optional<String> why = this.known.get(type);
			if (why == null) {
				why = Optional.ofNullable(find(type));
				this.known.put(type, why);
			}
			if (why.isPresent()) {
				return why.get();
			}
		}
		return null;
	}

	private @Nullable String find(String type) {
		for (String above : this.index.hierarchy().selfAndSupertypes(type)) {
			ClassNode node = this.index.isPlatform(above) ? null : this.index.findOutline(above);
			if (beans().contains(above)) {
				return "may run through a proxy, since a @Bean method returns " + above.replace('/', '.');
			}
			String annotation = (node != null) ? annotation(node) : null;
			if (annotation != null) {
				return "may run through a proxy, since " + above.replace('/', '.') + " uses @" + annotation;
			}
		}
		return null;
	}

	private static @Nullable String annotation(ClassNode node) {
		Stream<String> members = Stream.concat(node.fields.stream().flatMap((field) -> Annotations.of(field).stream()),
				node.methods.stream().flatMap((method) -> Annotations.of(method).stream()));
		return Stream.concat(Annotations.of(node).stream(), members)
			.filter((annotation) -> !HARMLESS.matcher(annotation).matches() && !Promises.isPromise(annotation))
			.findFirst()
			.map((annotation) -> annotation.substring(annotation.lastIndexOf('/') + 1, annotation.length() - 1))
			.orElse(null);
	}

	private synchronized Set<String> beans() {
		if (this.beans == null) {
			Set<String> types = new LinkedHashSet<>();
			for (String name : this.index.mentioning(ClassScan.BEAN)) {
				ClassNode node = this.index.findOutline(name);
				for (MethodNode method : (node != null) ? node.methods : List.<MethodNode>of()) {
					if (Annotations.has(method, ClassScan.BEAN::equals)) {
						types.add(Type.getReturnType(method.desc).getInternalName());
					}
				}
			}
			types.remove("java/lang/Object");
			this.beans = types;
		}
		return this.beans;
	}

}
