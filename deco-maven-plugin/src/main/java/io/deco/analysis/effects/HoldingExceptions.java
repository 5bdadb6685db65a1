package io.deco.analysis.effects;

import java.util.HashMap;
import java.util.Map;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ImmutableTypes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Knows the exceptions of the module that may hold an object which can change. Whoever
 * catches one, or finds it as a cause, may get anything from it that the code which threw
 * it could reach.
 */
final class HoldingExceptions {

	private static final String THROWABLE = "java/lang/Throwable";

	private final ClassIndex index;

	private final ImmutableTypes immutable;

	private final Map<Type, Boolean> known = new HashMap<>();

	HoldingExceptions(ClassIndex index) {
		this.index = index;
		this.immutable = new ImmutableTypes(index);
	}

	boolean contain(Type type) {
		return this.known.computeIfAbsent(type, this::find);
	}

	private boolean find(Type type) {
		if (type.getSort() != Type.OBJECT || !this.index.inModule(type.getInternalName())
				|| !this.index.isAssignable(type.getInternalName(), THROWABLE)) {
			return false;
		}
		String name = type.getInternalName();
		return this.index.hierarchy().selfAndSuperclasses(name).stream().anyMatch(this::holds)
				|| this.index.subtypes(name).stream().anyMatch(this::holds);
	}

	private boolean holds(String exception) {
		ClassNode node = this.index.isPlatform(exception) ? null : this.index.find(exception);
		return node != null && node.fields.stream().anyMatch(this::isMutable);
	}

	private boolean isMutable(FieldNode field) {
		return (field.access & Opcodes.ACC_STATIC) == 0 && !this.immutable.contains(Type.getType(field.desc));
	}

}
