package io.deco.analysis.settings;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods that the build declares concurrent, since they cannot be annotated.
 * <p>
 * A pattern that spells out the name of a method means that method. Any other stands for
 * the public methods of the classes, as an annotation on them would.
 */
public final class DeclaredConcurrency {

	private final ClassIndex index;

	private final MethodPatterns patterns;

	private final Set<String> types = new LinkedHashSet<>();

	private final SortedSet<String> methods = new TreeSet<>();

	public DeclaredConcurrency(ClassIndex index, MethodPatterns patterns) {
		this.index = index;
		this.patterns = patterns;
		if (patterns != MethodPatterns.NONE) {
			index.names().stream().filter(patterns::matchType).forEach(this::add);
		}
	}

	private void add(String type) {
		ClassNode node = this.index.find(type);
		if (node != null) {
			node.methods.stream()
				.map((method) -> new DeclaredMethod(node, method))
				.filter(this::contains)
				.forEach((declared) -> {
					this.types.add(type);
					this.methods.add(type.replace('/', '.') + '#' + declared.method().name + declared.method().desc);
				});
		}
	}

	/**
	 * Whether the build declares a method concurrent.
	 */
	public boolean contains(DeclaredMethod declared) {
		MethodNode method = declared.method();
		if (this.patterns == MethodPatterns.NONE || method.name.startsWith("<")
				|| (method.access & Opcodes.ACC_SYNTHETIC) != 0) {
			return false;
		}
		return this.patterns.name(declared)
				|| ((method.access & Opcodes.ACC_PUBLIC) != 0 && this.patterns.match(declared)
						&& this.index.resolveMethod("java/lang/Object", method.name, method.desc) == null);
	}

	/**
	 * The types that declare such a method.
	 */
	public Set<String> types() {
		return this.types;
	}

	/**
	 * Returns the methods as the runtime is told of them.
	 * @return each as {@code com.acme.Legacy#find(J)Ljava/lang/String;}
	 */
	public SortedSet<String> methods() {
		return this.methods;
	}

}
