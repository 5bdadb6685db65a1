package io.deco.analysis.effects;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.settings.MethodPatterns;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Methods that their authors promise to be side-effect-free: by an annotation named
 * {@code SideEffectFree} or {@code Pure}, of any package, on the method, its class or a
 * method that it overrides, or by a pattern in the build that matches one of these.
 */
final class Promises {

	private final ClassIndex index;

	private final MethodPatterns patterns;

	Promises(ClassIndex index, MethodPatterns patterns) {
		this.index = index;
		this.patterns = patterns;
	}

	boolean bind(String owner, DeclaredMethod resolved) {
		if (isPromise(resolved)) {
			return true;
		}
		MethodNode method = resolved.method();
		if (method.name.equals("<init>") || (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) != 0) {
			return false;
		}
		for (String type : this.index.hierarchy().selfAndSupertypes(owner)) {
			ClassNode node = this.index.isPlatform(type) ? null : this.index.find(type);
			if (node != null && node.methods.stream()
				.anyMatch((above) -> above.name.equals(method.name) && above.desc.equals(method.desc)
						&& isPromise(new DeclaredMethod(node, above)))) {
				return true;
			}
		}
		return false;
	}

	private boolean isPromise(DeclaredMethod declared) {
		return this.patterns.match(declared) || Annotations.has(declared.method(), Promises::isPromise)
				|| (!declared.method().name.equals("<clinit>")
						&& Annotations.has(declared.type(), Promises::isPromise));
	}

	static boolean isPromise(String annotation) {
		return annotation.endsWith("/SideEffectFree;") || annotation.endsWith("/Pure;")
				|| annotation.endsWith("$SideEffectFree;") || annotation.endsWith("$Pure;");
	}

}
