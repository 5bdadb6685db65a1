package io.deco.analysis;

import io.deco.analysis.ClassIndex.DeclaredMethod;
import io.deco.analysis.ConcurrentCalls.ConcurrentCall;
import org.objectweb.asm.Type;

/**
 * Decides which arguments a concurrent call may modify.
 * <p>
 * {@code @Modifies} always counts. A method that returns a value is trusted to modify
 * nothing else, unless its byte code shows otherwise; a {@code void} method is not,
 * unless its parameter is marked {@code @ReadOnly} or its byte code shows that it only
 * reads.
 */
final class ArgumentEffects {

	private final Effects effects;

	ArgumentEffects(Effects effects) {
		this.effects = effects;
	}

	ConcurrentCall of(String owner, String name, String descriptor, MethodFamily family) {
		Type[] types = Type.getArgumentTypes(descriptor);
		if (types.length > Long.SIZE) {
			return new ConcurrentCall(owner, name, descriptor, -1L, 0);
		}
		long modified = 0;
		long unmarked = 0;
		for (int i = 0; i < types.length; i++) {
			if (this.effects.isImmutable(types[i])) {
				continue;
			}
			if (marked(family, i)) {
				modified |= 1L << i;
			}
			else if (family.isVoid() && !readOnly(family, i)) {
				modified |= 1L << i;
			}
		}
		return new ConcurrentCall(owner, name, descriptor, modified, unmarked);
	}

	private static boolean marked(MethodFamily family, int argument) {
		for (DeclaredMethod declared : family.methods()) {
			if (Annotations.hasParameter(declared.method(), argument, Annotations.MODIFIES)) {
				return true;
			}
		}
		return false;
	}

	private static boolean readOnly(MethodFamily family, int argument) {
		for (DeclaredMethod declared : family.methods()) {
			if (Annotations.hasParameter(declared.method(), argument, Annotations.READ_ONLY)) {
				return true;
			}
		}
		return false;
	}

}
