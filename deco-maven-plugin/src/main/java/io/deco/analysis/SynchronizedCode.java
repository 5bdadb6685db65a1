package io.deco.analysis;

import java.util.List;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.forks.ElementMethods;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Knows the {@code @Synchronized} methods, and those of the local and anonymous classes
 * that are written within one: each of their invocations is woven as one of its own.
 */
public final class SynchronizedCode {

	private static final int MAX_DEPTH = 16;

	private final ClassIndex index;

	public SynchronizedCode(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Finds the methods of a class that are to be woven, without its lambdas.
	 * @param type the class
	 * @return the methods
	 */
	public List<MethodNode> methods(ClassNode type) {
		boolean within = isWithin(type, MAX_DEPTH);
		return type.methods.stream()
			.filter((method) -> isWritten(method) && (within || isSynchronized(type, method)))
			.toList();
	}

	/**
	 * Whether a class or one of its methods says itself that it is synchronized.
	 * @param type the class
	 * @return {@code false} if it has something to weave only by where it is written
	 */
	public boolean isMarked(ClassNode type) {
		return type.methods.stream().anyMatch((method) -> isWritten(method) && isSynchronized(type, method));
	}

	private static boolean isWritten(MethodNode method) {
		int excluded = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;
		return (method.access & excluded) == 0 && !method.name.startsWith("<");
	}

	private static boolean isSynchronized(ClassNode type, MethodNode method) {
		return has(method.visibleAnnotations) || has(type.visibleAnnotations);
	}

	private static boolean has(@Nullable List<AnnotationNode> annotations) {
		return annotations != null
				&& annotations.stream().anyMatch((annotation) -> Annotations.SYNCHRONIZED.test(annotation.desc));
	}

	private boolean isWithin(ClassNode type, int depth) {
		ClassNode outer = (type.outerClass != null && depth > 0) ? this.index.find(type.outerClass) : null;
		if (outer == null) {
			return false;
		}
		return isWithin(outer, depth - 1) || outer.methods.stream()
			.anyMatch((method) -> method.name.equals(type.outerMethod) && method.desc.equals(type.outerMethodDesc)
					&& isWithin(outer, method, depth - 1));
	}

	private boolean isWithin(ClassNode type, MethodNode method, int depth) {
		if (isWritten(method)) {
			return isSynchronized(type, method);
		}
		boolean lambda = (method.access & Opcodes.ACC_SYNTHETIC) != 0 && depth > 0;
		return lambda && type.methods.stream()
			.anyMatch((other) -> other != method && makes(other, type, method) && isWithin(type, other, depth - 1));
	}

	/**
	 * Whether a method makes a lambda with a body.
	 */
	private static boolean makes(MethodNode method, ClassNode type, MethodNode body) {
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof InvokeDynamicInsnNode dynamic && ElementMethods.isFunction(dynamic)) {
				Handle handle = ElementMethods.implementation(dynamic);
				if (handle.getOwner().equals(type.name) && handle.getName().equals(body.name)
						&& handle.getDesc().equals(body.desc)) {
					return true;
				}
			}
		}
		return false;
	}

}
