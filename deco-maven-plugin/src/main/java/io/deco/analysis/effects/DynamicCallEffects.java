package io.deco.analysis.effects;

import java.util.Arrays;
import java.util.List;

import io.deco.analysis.classpath.ImmutableTypes;
import io.deco.analysis.effects.Effects.Effect;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Decides the effect of what javac compiles to {@code invokedynamic}.
 */
public final class DynamicCallEffects {

	/** The class whose methods link lambdas and method references. */
	public static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

	static final String STRINGS = "java/lang/invoke/StringConcatFactory";

	static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";

	private final ImmutableTypes immutableTypes;

	private final ClassInitialisation initialisation;

	private final CallEffects calls;

	DynamicCallEffects(ImmutableTypes immutableTypes, ClassInitialisation initialisation, CallEffects calls) {
		this.immutableTypes = immutableTypes;
		this.initialisation = initialisation;
		this.calls = calls;
	}

	Effect of(InvokeDynamicInsnNode instruction, String owner, List<Origin> operands) {
		Handle bootstrap = instruction.bsm;
		return switch (bootstrap.getOwner()) {
			case LAMBDAS -> lambda(instruction, owner);
			case STRINGS -> concatenation(instruction, operands);
			case "java/lang/runtime/ObjectMethods" ->
				this.immutableTypes.contains(Type.getObjectType(owner)) ? Effect.shallow("is generated")
						: Effect.observable("runs toString, equals or hashCode of components that may be of any class");
			case SWITCHES -> patternSwitch(instruction, owner);
			default -> Effect.observable("runs an invokedynamic of " + bootstrap.getOwner().replace('/', '.'));
		};
	}

	private Effect concatenation(InvokeDynamicInsnNode instruction, List<Origin> operands) {
		Type[] declared = Type.getArgumentTypes(instruction.desc);
		for (int i = 0; i < declared.length; i++) {
			Type known = operands.get(i).type();
			Type type = (known != null) ? known : declared[i];
			if (!this.immutableTypes.contains(declared[i]) && !this.immutableTypes.contains(type)) {
				return Effect.observable("runs the toString method of " + type.getClassName());
			}
		}
		return Effect.shallow("concatenates strings");
	}

	/**
	 * A lambda is of a class that implements its interfaces, and is initialised with
	 * them.
	 */
	Effect lambda(InvokeDynamicInsnNode instruction, String owner) {
		Effect effect = this.initialisation.ofImplementation(Type.getReturnType(instruction.desc).getInternalName(),
				owner, this.calls);
		for (Object argument : instruction.bsmArgs) {
			if (argument instanceof Type marker && marker.getSort() == Type.OBJECT) {
				effect = effect.and(this.initialisation.ofImplementation(marker.getInternalName(), owner, this.calls));
			}
		}
		return effect.isObservable() ? effect : Effect.shallow("makes a lambda");
	}

	/**
	 * A switch over classes and constants only looks at its operand; one over the
	 * constants of an enum may initialise it, if the operand is null.
	 */
	Effect patternSwitch(InvokeDynamicInsnNode instruction, String owner) {
		if (instruction.name.equals("enumSwitch")) {
			Effect effect = this.initialisation.of(Type.getArgumentTypes(instruction.desc)[0].getInternalName(), owner,
					this.calls);
			return effect.isObservable() ? effect : Effect.shallow("switches over an enum");
		}
		boolean plain = instruction.name.equals("typeSwitch") && Arrays.stream(instruction.bsmArgs)
			.allMatch((label) -> label instanceof Type || label instanceof String || label instanceof Integer);
		return plain ? Effect.shallow("switches over types") : Effect.observable("switches over a dynamic constant");
	}

}
