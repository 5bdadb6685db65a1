package io.deco.analysis.classpath;

import io.deco.analysis.classpath.ClassIndex.DeclaredField;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Resolves methods and fields as the JVM does.
 */
final class MemberLookup {

	private final ClassIndex index;

	MemberLookup(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Superclasses come before interfaces, and of the interfaces the most specific method
	 * that has a body before any other.
	 */
	@Nullable DeclaredMethod method(String owner, String name, String descriptor) {
		String start = owner.startsWith("[") ? "java/lang/Object" : owner;
		for (String type : this.index.hierarchy().selfAndSuperclasses(start)) {
			DeclaredMethod found = declared(type, name, descriptor);
			if (found != null) {
				return found;
			}
		}
		DeclaredMethod best = null;
		for (String type : this.index.hierarchy().selfAndSupertypes(start)) {
			DeclaredMethod found = declared(type, name, descriptor);
			if (found != null && isInterface(found)
					&& (found.method().access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0
					&& (best == null || isBetter(found, best))) {
				best = found;
			}
		}
		if (best == null && this.index.isInterface(start)) {
			best = declared("java/lang/Object", name, descriptor);
			return (best != null && (best.method().access & Opcodes.ACC_PUBLIC) != 0) ? best : null;
		}
		return best;
	}

	private boolean isBetter(DeclaredMethod found, DeclaredMethod best) {
		boolean foundAbstract = (found.method().access & Opcodes.ACC_ABSTRACT) != 0;
		boolean bestAbstract = (best.method().access & Opcodes.ACC_ABSTRACT) != 0;
		if (this.index.isAssignable(found.type().name, best.type().name)) {
			return true;
		}
		if (this.index.isAssignable(best.type().name, found.type().name)) {
			return false;
		}
		return bestAbstract && !foundAbstract;
	}

	private static boolean isInterface(DeclaredMethod found) {
		return (found.type().access & Opcodes.ACC_INTERFACE) != 0;
	}

	private @Nullable DeclaredMethod declared(String type, String name, String descriptor) {
		ClassNode node = this.index.find(type);
		if (node != null) {
			for (MethodNode method : node.methods) {
				if (method.name.equals(name) && method.desc.equals(descriptor)) {
					return new DeclaredMethod(node, method);
				}
			}
		}
		return null;
	}

	/**
	 * The class itself comes first, then its interfaces, then its superclass.
	 */
	@Nullable DeclaredField field(String owner, String name, String descriptor) {
		ClassNode node = owner.startsWith("[") ? null : this.index.findOutline(owner);
		if (node == null) {
			return null;
		}
		for (FieldNode field : node.fields) {
			if (field.name.equals(name) && field.desc.equals(descriptor)) {
				return new DeclaredField(node, field);
			}
		}
		for (String parent : node.interfaces) {
			DeclaredField found = field(parent, name, descriptor);
			if (found != null) {
				return found;
			}
		}
		return (node.superName != null) ? field(node.superName, name, descriptor) : null;
	}

}
