package io.deco.analysis.effects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the methods of a class of the program that the JDK may call, since it declares
 * them itself.
 */
final class Callbacks {

	private static final String OBJECT = "java/lang/Object";

	private static final int UNINHERITED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

	private static final Set<String> FUNCTIONS = Set.of("java/lang/Runnable", "java/util/concurrent/Callable");

	private final ClassIndex index;

	private final Map<String, List<DeclaredMethod>> known = new HashMap<>();

	Callbacks(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Whether the JDK has a type for functions that may do anything. Comparators are not
	 * expected to modify what they compare.
	 */
	static boolean isFunction(Type type) {
		return type.getSort() == Type.OBJECT && (type.getInternalName().startsWith("java/util/function/")
				|| FUNCTIONS.contains(type.getInternalName()));
	}

	List<DeclaredMethod> of(String type) {
		return this.known.computeIfAbsent(type, this::find);
	}

	private List<DeclaredMethod> find(String type) {
		List<DeclaredMethod> methods = new ArrayList<>();
		for (String above : this.index.selfAndSupertypes(type)) {
			if (this.index.isPlatform(above) && !above.equals(OBJECT)
					&& (this.index.inModule(type) || isFunction(Type.getObjectType(above)))) {
				this.index.methodsOf(above).forEach((method) -> add(type, method, methods));
			}
		}
		return methods.stream().distinct().toList();
	}

	private void add(String type, MethodNode declared, List<DeclaredMethod> methods) {
		DeclaredMethod method = this.index.resolveMethod(type, declared.name, declared.desc);
		if ((declared.access & UNINHERITED) == 0 && !declared.name.startsWith("<") && method != null
				&& !this.index.isPlatform(method.type().name)) {
			methods.add(method);
		}
	}

}
