package io.deco.analysis;

import java.util.Arrays;
import java.util.List;

import io.deco.analysis.Effects.Effect;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Decides the effect of what javac compiles to {@code invokedynamic}.
 */
final class DynamicCallEffects {

	private final ImmutableTypes immutableTypes;

	DynamicCallEffects(ImmutableTypes immutableTypes) {
		this.immutableTypes = immutableTypes;
	}

	Effect of(InvokeDynamicInsnNode instruction, String owner, List<Origin> operands) {
		Handle bootstrap = instruction.bsm;
		return switch (bootstrap.getOwner()) {
			case "java/lang/invoke/LambdaMetafactory" -> Effect.shallow("makes a lambda");
			case "java/lang/invoke/StringConcatFactory" -> concatenation(instruction, operands);
			case "java/lang/runtime/ObjectMethods" ->
				this.immutableTypes.contains(Type.getObjectType(owner)) ? Effect.shallow("is generated")
						: Effect.observable("runs toString, equals or hashCode of components that may be of any class");
			case "java/lang/runtime/SwitchBootstraps" -> typeSwitch(instruction);
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
	 * A switch over classes and constants only looks at its operand; one over enums would
	 * initialise them.
	 */
	private static Effect typeSwitch(InvokeDynamicInsnNode instruction) {
		boolean plain = instruction.name.equals("typeSwitch") && Arrays.stream(instruction.bsmArgs)
			.allMatch((label) -> label instanceof Type || label instanceof String || label instanceof Integer);
		return plain ? Effect.shallow("switches over types") : Effect.observable("switches over a dynamic constant");
	}

}
