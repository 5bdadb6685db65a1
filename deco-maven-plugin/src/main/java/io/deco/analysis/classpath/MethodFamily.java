package io.deco.analysis.classpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * All methods that a call may run, and all that those override.
 * <p>
 * Bridges tie methods of different descriptors together: a call of
 * {@code Finder<T>.find(Object)} runs {@code UserFinder.find(String)}, and an annotation
 * on the one counts for the other.
 *
 * @param types the types that were searched
 * @param descriptors the descriptors that the method has in these types
 * @param methods the declarations
 */
public record MethodFamily(Set<String> types, Set<String> descriptors, List<DeclaredMethod> methods) {

	private static final int UNINHERITED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

	/**
	 * Collects the family of a method that is resolved.
	 */
	public static MethodFamily of(ClassIndex index, String owner, DeclaredMethod resolved) {
		MethodNode method = resolved.method();
		if ((method.access & UNINHERITED) != 0) {
			return new MethodFamily(Set.of(resolved.type().name), Set.of(method.desc), List.of(resolved));
		}
		Set<String> types = new LinkedHashSet<>(index.hierarchy().selfAndSupertypes(owner));
		for (String subtype : index.subtypes(owner)) {
			types.addAll(index.hierarchy().selfAndSupertypes(subtype));
		}
		types.remove("java/lang/Object");
		List<DeclaredMethod> candidates = candidates(index, types, method);
		Set<String> descriptors = descriptors(candidates, method.desc);
		List<DeclaredMethod> methods = candidates.stream()
			.filter((candidate) -> descriptors.contains(candidate.method().desc))
			.toList();
		return new MethodFamily(types, descriptors, methods);
	}

	private static List<DeclaredMethod> candidates(ClassIndex index, Set<String> types, MethodNode like) {
		int arguments = Type.getArgumentCount(like.desc);
		List<DeclaredMethod> candidates = new ArrayList<>();
		for (String type : types) {
			ClassNode node = index.find(type);
			if (node == null) {
				continue;
			}
			for (MethodNode method : node.methods) {
				if (method.name.equals(like.name) && (method.access & UNINHERITED) == 0
						&& Type.getArgumentCount(method.desc) == arguments) {
					candidates.add(new DeclaredMethod(node, method));
				}
			}
		}
		return candidates;
	}

	private static Set<String> descriptors(List<DeclaredMethod> candidates, String start) {
		Set<String> descriptors = new LinkedHashSet<>();
		descriptors.add(start);
		boolean changed = true;
		while (changed) {
			changed = false;
			for (DeclaredMethod candidate : candidates) {
				MethodNode method = candidate.method();
				if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
					continue;
				}
				for (AbstractInsnNode instruction : method.instructions) {
					if (instruction instanceof MethodInsnNode call && call.name.equals(method.name)
							&& (descriptors.contains(call.desc) || descriptors.contains(method.desc))) {
						changed |= descriptors.add(call.desc);
						changed |= descriptors.add(method.desc);
					}
				}
			}
		}
		return descriptors;
	}

	/**
	 * Whether no declaration returns a value.
	 */
	public boolean isVoid() {
		return this.descriptors.stream().allMatch((descriptor) -> descriptor.endsWith(")V"));
	}

	/**
	 * The declarations that have code of their own.
	 */
	public List<DeclaredMethod> implementations() {
		return this.methods.stream()
			.filter((method) -> (method.method().access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0)
			.toList();
	}

}
