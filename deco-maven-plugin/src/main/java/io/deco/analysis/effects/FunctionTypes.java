package io.deco.analysis.effects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the lambdas and method references that implement an interface, which have no
 * class file of their own. Those of the JDK's {@linkplain Callbacks#isFunction types for
 * functions} are everywhere, and not looked for.
 */
public final class FunctionTypes {

	private static final int INVOKE_DYNAMIC = 18;

	private final ClassIndex index;

	private final Map<String, List<InvokeDynamicInsnNode>> known = new HashMap<>();

	private @Nullable Map<String, Set<String>> makers;

	public FunctionTypes(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Whether a lambda may implement an interface. Those of the module are looked for;
	 * those of other modules are possible if the interface is one of theirs, and has one
	 * method.
	 */
	public boolean mayImplement(String type) {
		return this.index.isInterface(type) && (!madeTypes(type).isEmpty()
				|| (!this.index.inModule(type) && !this.index.isPlatform(type) && isFunctional(type)));
	}

	private boolean isFunctional(String type) {
		ClassNode node = this.index.findOutline(type);
		if (node == null || node.permittedSubclasses != null) {
			return false;
		}
		Set<String> methods = new LinkedHashSet<>();
		for (String each : this.index.selfAndSupertypes(type)) {
			this.index.methodsOf(each)
				.stream()
				.filter((method) -> (method.access & Opcodes.ACC_ABSTRACT) != 0)
				.forEach((method) -> methods.add(method.name));
		}
		return methods.size() == 1;
	}

	/**
	 * Finds the places in the module where a function is made that a call of an interface
	 * may run.
	 */
	List<InvokeDynamicInsnNode> of(String type, String method) {
		return this.known.computeIfAbsent(type + '.' + method, (added) -> find(type, method));
	}

	private List<InvokeDynamicInsnNode> find(String type, String method) {
		List<InvokeDynamicInsnNode> functions = new ArrayList<>();
		for (String made : madeTypes(type)) {
			for (String maker : makers().getOrDefault(made, Set.of())) {
				ClassNode node = this.index.find(maker);
				for (MethodNode each : (node != null) ? node.methods : List.<MethodNode>of()) {
					addMade(made, method, each, functions);
				}
			}
		}
		return functions;
	}

	private static void addMade(String type, String method, MethodNode maker, List<InvokeDynamicInsnNode> functions) {
		for (AbstractInsnNode insn : maker.instructions) {
			if (insn instanceof InvokeDynamicInsnNode dynamic && dynamic.name.equals(method)
					&& Type.getReturnType(dynamic.desc).getInternalName().equals(type)) {
				functions.add(dynamic);
			}
		}
	}

	private List<String> madeTypes(String type) {
		return makers().keySet().stream().filter((made) -> this.index.isAssignable(made, type)).toList();
	}

	/**
	 * The types of functions, each with the classes that make one.
	 */
	private synchronized Map<String, Set<String>> makers() {
		if (this.makers == null) {
			this.makers = new HashMap<>();
			for (String name : this.index.moduleClasses()) {
				ClassReader reader = this.index.reader(name);
				if (reader != null) {
					addTypes(reader, name, this.makers);
				}
			}
		}
		return this.makers;
	}

	private void addTypes(ClassReader reader, String name, Map<String, Set<String>> makers) {
		char[] buffer = new char[reader.getMaxStringLength()];
		for (int i = 1; i < reader.getItemCount(); i++) {
			int item = reader.getItem(i);
			if (item > 0 && reader.readByte(item - 1) == INVOKE_DYNAMIC) {
				int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
				Type made = Type.getReturnType(reader.readUTF8(nameAndType + 2, buffer));
				if (made.getSort() == Type.OBJECT && isFollowed(made)) {
					makers.computeIfAbsent(made.getInternalName(), (added) -> new LinkedHashSet<>()).add(name);
				}
			}
		}
	}

	private boolean isFollowed(Type made) {
		String name = made.getInternalName();
		return !this.index.isPlatform(name) || (this.index.isInterface(name) && !Callbacks.isFunction(made)
				&& !name.equals("java/util/Comparator"));
	}

}
