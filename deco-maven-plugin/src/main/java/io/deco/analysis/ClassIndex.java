package io.deco.analysis;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Skeleton: the byte code of a module, its class path and the running JDK.
 */
public final class ClassIndex implements AutoCloseable {

	/** Class folders of the module; folders and jars of its class path. */
	public static ClassIndex open(List<Path> module, List<Path> classPath) {
		throw new UnsupportedOperationException();
	}

	/** The class as a tree without frames expanded; callers must not change it. */
	public @Nullable ClassNode find(String internalName) {
		throw new UnsupportedOperationException();
	}

	/** The class file as it is. */
	public byte @Nullable [] bytes(String internalName) {
		throw new UnsupportedOperationException();
	}

	public boolean inModule(String internalName) {
		throw new UnsupportedOperationException();
	}

	public Collection<String> moduleClasses() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Unknown classes are assignable to Object only. Handles arrays in internal-name
	 * form.
	 */
	public boolean isAssignable(String from, String to) {
		throw new UnsupportedOperationException();
	}

	/** As ClassWriter.getCommonSuperClass, from byte code. */
	public String commonSuperclass(String first, String second) {
		throw new UnsupportedOperationException();
	}

	/** All known proper subtypes, in the module and class path, not the JDK. */
	public Set<String> subtypes(String internalName) {
		throw new UnsupportedOperationException();
	}

	/** Method lookup of JVMS 5.4.3.3 and 5.4.3.4. */
	public @Nullable DeclaredMethod resolveMethod(String owner, String name, String descriptor) {
		throw new UnsupportedOperationException();
	}

	/** Field lookup of JVMS 5.4.3.2. */
	public @Nullable DeclaredField resolveField(String owner, String name, String descriptor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

	/** A method and the class that declares it. */
	public record DeclaredMethod(ClassNode type, MethodNode method) {
	}

	/** A field and the class that declares it. */
	public record DeclaredField(ClassNode type, FieldNode field) {
	}

}
