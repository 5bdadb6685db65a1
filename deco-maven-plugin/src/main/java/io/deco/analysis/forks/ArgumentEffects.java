package io.deco.analysis.forks;

import java.util.function.Predicate;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.MethodFamily;
import io.deco.analysis.effects.ArgumentWrites.Written;
import io.deco.analysis.effects.ArgumentWrites;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.effects.FunctionTypes;
import io.deco.analysis.forks.ConcurrentCalls.ConcurrentCall;
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

	private final FunctionTypes functions;

	private final Effects effects;

	private final ArgumentWrites writes;

	ArgumentEffects(ClassIndex index, Effects effects) {
		this.functions = new FunctionTypes(index);
		this.effects = effects;
		this.writes = new ArgumentWrites(index, this.functions, effects);
	}

	ConcurrentCall of(String owner, String name, String descriptor, MethodFamily family) {
		Type[] types = Type.getArgumentTypes(descriptor);
		if (types.length >= Long.SIZE) {
			return new ConcurrentCall(owner, name, descriptor, -1L, 0, true);
		}
		long mutable = 0;
		long marked = 0;
		long readOnly = 0;
		for (int i = 0; i < types.length; i++) {
			long bit = 1L << i;
			mutable |= this.effects.isImmutable(types[i]) ? 0 : bit;
			marked |= isAnnotated(family, i, Annotations.MODIFIES) ? bit : 0;
			readOnly |= isAnnotated(family, i, Annotations.READ_ONLY) ? bit : 0;
		}
		Written written = written(owner, name, descriptor, family);
		long assumed = family.isVoid() ? written.maybe() & ~readOnly : 0;
		long unmarked = family.isVoid() ? 0 : written.visibly() & ~marked & mutable;
		long parts = written.parts() | (family.isVoid() ? written.unseen() & ~readOnly : 0);
		return new ConcurrentCall(owner, name, descriptor, (marked | assumed | unmarked) & mutable, unmarked,
				(parts & mutable) != 0);
	}

	/**
	 * What the known implementations write. That there are others is possible only if
	 * none is known, or one may be a lambda: those of the module are followed.
	 */
	private Written written(String owner, String name, String descriptor, MethodFamily family) {
		Written others = this.functions.mayImplement(owner)
				? Written.UNKNOWN.and(this.writes.ofFunctions(owner, name, descriptor)) : Written.NOTHING;
		return family.implementations()
			.stream()
			.map(this.writes::of)
			.reduce(Written::and)
			.orElse(Written.UNKNOWN)
			.and(others);
	}

	private static boolean isAnnotated(MethodFamily family, int argument, Predicate<String> annotation) {
		return family.methods()
			.stream()
			.anyMatch((declared) -> Annotations.hasParameter(declared.method(), argument, annotation));
	}

}
