package io.deco.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the static initialisers of a module that run woven methods. A task that needs
 * their class would wait for them, and they for the task.
 * <p>
 * The callers of woven methods are followed backwards through the byte code of the
 * module: calls of the method itself or of one that it may override, lambdas, and what
 * makes a local or anonymous class that has such a method. What other code calls back is
 * not seen. Only classes whose constants name such a method are parsed.
 */
public final class StaticInitialisers {

	private static final String INITIALISER = "<clinit>";

	private static final String CONSTRUCTOR = "<init>";

	private static final int METHOD_TAG = 10;

	private static final int INTERFACE_METHOD_TAG = 11;

	private final ClassIndex index;

	/** The classes that name a method, by its name and descriptor. */
	private final Map<String, Set<String>> naming = new ConcurrentHashMap<>();

	private final Set<String> found = new HashSet<>();

	private final Deque<String> open = new ArrayDeque<>();

	private final Set<String> running = new TreeSet<>();

	private StaticInitialisers(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Finds the classes whose static initialiser runs a woven method.
	 * @param index the module
	 * @param woven the {@linkplain #key keys} of the woven methods
	 * @return the internal names of the classes
	 */
	public static Set<String> running(ClassIndex index, Set<String> woven) {
		StaticInitialisers initialisers = new StaticInitialisers(index);
		if (!woven.isEmpty()) {
			initialisers.find(woven);
		}
		return initialisers.running;
	}

	/**
	 * Names a method.
	 * @param owner the internal name of its class
	 * @param name its name
	 * @param descriptor its descriptor
	 * @return the name of the method among all
	 */
	public static String key(String owner, String name, String descriptor) {
		return owner + '.' + name + descriptor;
	}

	private void find(Set<String> woven) {
		this.index.moduleClasses().parallelStream().filter(this.index::isPristine).forEach((name) -> {
			byte[] classFile = this.index.bytes(name);
			if (classFile != null) {
				readConstants(name, classFile);
			}
		});
		woven.forEach((method) -> {
			int dot = method.indexOf('.');
			ClassNode type = this.index.find(method.substring(0, dot));
			if (type != null) {
				add(type, method.substring(dot + 1));
			}
		});
		while (!this.open.isEmpty()) {
			String callee = this.open.remove();
			int dot = callee.indexOf('.');
			for (String name : this.naming.getOrDefault(reference(callee), Set.of())) {
				ClassNode type = this.index.find(name);
				if (type != null) {
					addCallers(type, callee.substring(0, dot), callee.substring(dot + 1));
				}
			}
		}
	}

	private void readConstants(String type, byte[] classFile) {
		ClassReader reader = new ClassReader(classFile);
		char[] buffer = new char[reader.getMaxStringLength()];
		for (int i = 1; i < reader.getItemCount(); i++) {
			int item = reader.getItem(i);
			int tag = (item > 0) ? reader.readByte(item - 1) : 0;
			if (tag == METHOD_TAG || tag == INTERFACE_METHOD_TAG) {
				String reference = reference(reader, item, buffer);
				if (reference != null) {
					this.naming.computeIfAbsent(reference, (name) -> ConcurrentHashMap.newKeySet()).add(type);
				}
			}
		}
	}

	/** Nothing for a constructor of a class that is not of the module. */
	private @Nullable String reference(ClassReader reader, int item, char[] buffer) {
		int method = reader.getItem(reader.readUnsignedShort(item + 2));
		String name = reader.readUTF8(method, buffer);
		String descriptor = reader.readUTF8(method + 2, buffer);
		if (!CONSTRUCTOR.equals(name)) {
			return name + descriptor;
		}
		String owner = reader.readClass(item, buffer);
		return this.index.inModule(owner) ? key(owner, name, descriptor) : null;
	}

	/**
	 * A constructor is named with its class, any other method also by those that call
	 * what it overrides.
	 */
	private static String reference(String key) {
		String method = key.substring(key.indexOf('.') + 1);
		return method.startsWith(CONSTRUCTOR) ? key : method;
	}

	private void add(ClassNode type, String method) {
		if (method.startsWith(INITIALISER)) {
			this.running.add(type.name);
		}
		else if (this.found.add(type.name + '.' + method)) {
			this.open.add(type.name + '.' + method);
			if (type.outerClass != null) {
				type.methods.stream()
					.filter((each) -> each.name.equals(CONSTRUCTOR))
					.forEach((each) -> add(type, each.name + each.desc));
			}
		}
	}

	private void addCallers(ClassNode type, String owner, String method) {
		for (MethodNode caller : type.methods) {
			for (AbstractInsnNode insn : caller.instructions) {
				if (calls(insn, owner, method)) {
					add(type, caller.name + caller.desc);
					break;
				}
			}
		}
	}

	private boolean calls(AbstractInsnNode insn, String owner, String method) {
		if (insn instanceof MethodInsnNode call) {
			return isCall(call.owner, call.name, call.desc, owner, method);
		}
		if (insn instanceof InvokeDynamicInsnNode dynamic) {
			for (Object argument : dynamic.bsmArgs) {
				if (argument instanceof Handle handle
						&& isCall(handle.getOwner(), handle.getName(), handle.getDesc(), owner, method)) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean isCall(String named, String name, String descriptor, String owner, String method) {
		return method.length() == name.length() + descriptor.length() && method.startsWith(name)
				&& method.endsWith(descriptor) && mayBe(named, owner);
	}

	/**
	 * Whether a method that is named in one class may be that of another: of a subclass,
	 * of a superclass, or of a superclass of an implementation.
	 */
	private boolean mayBe(String named, String owner) {
		return this.index.isAssignable(owner, named) || this.index.isAssignable(named, owner)
				|| this.index.subtypes(owner).stream().anyMatch((subtype) -> this.index.isAssignable(subtype, named));
	}

}
