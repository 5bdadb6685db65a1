package io.deco.analysis.classpath;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What the head of a class file says.
 */
public record ClassHeader(String name, int access, @Nullable String superName, List<String> interfaces) {

	static ClassHeader of(ClassReader reader) {
		return new ClassHeader(reader.getClassName(), reader.getAccess(), reader.getSuperName(),
				List.of(reader.getInterfaces()));
	}

	/**
	 * Whether this is an interface, or an annotation.
	 */
	public boolean isInterface() {
		return (this.access & Opcodes.ACC_INTERFACE) != 0;
	}

	boolean isFinal() {
		return (this.access & Opcodes.ACC_FINAL) != 0;
	}

	/**
	 * Returns the superclass, if any, and then the interfaces.
	 */
	List<String> parents() {
		if (this.superName == null) {
			return this.interfaces;
		}
		List<String> parents = new ArrayList<>(this.interfaces.size() + 1);
		parents.add(this.superName);
		parents.addAll(this.interfaces);
		return parents;
	}

}
