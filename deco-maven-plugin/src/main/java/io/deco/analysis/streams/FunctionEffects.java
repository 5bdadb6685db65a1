package io.deco.analysis.streams;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.effects.Call;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.forks.ElementMethods;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Says why a stream must not run a function, comparator or collector out of turn, if it
 * must not: only what is written in place, and is known to be side-effect-free, may be.
 */
final class FunctionEffects {

	private static final Set<String> COLLECTORS = Set.of("toList", "toUnmodifiableList", "joining", "counting",
			"summingInt", "summingLong", "summingDouble", "averagingInt", "averagingLong", "averagingDouble",
			"summarizingInt", "summarizingLong", "summarizingDouble", "mapping", "filtering", "minBy", "maxBy",
			"reducing", "partitioningBy", "collectingAndThen");

	private static final Set<String> HASHING = Set.of("groupingBy", "toMap", "toUnmodifiableMap");

	private static final Set<String> HASHING_ELEMENTS = Set.of("toSet", "toUnmodifiableSet");

	private static final Set<String> LISTS = Set.of("java/util/ArrayList", "java/util/LinkedList");

	private static final Set<String> SETS = Set.of("java/util/HashSet", "java/util/LinkedHashSet");

	private static final Set<String> MAPS = Set.of("java/util/HashMap", "java/util/LinkedHashMap");

	private static final Set<String> SORTED = Set.of("java/util/TreeMap");

	private static final Set<String> COMPARATORS = Set.of("comparingInt", "comparingLong", "comparingDouble",
			"thenComparingInt", "thenComparingLong", "thenComparingDouble", "reversed", "nullsFirst", "nullsLast");

	private static final Set<String> ORDERING = Set.of("comparing", "thenComparing");

	private final MethodFlow flow;

	private final String owner;

	private final ClassIndex index;

	private final Effects effects;

	FunctionEffects(MethodFlow flow, String owner, ClassIndex index, Effects effects) {
		this.flow = flow;
		this.owner = owner;
		this.index = index;
		this.effects = effects;
	}

	/**
	 * Why the arguments of a call must not be run out of turn, {@code null} if they may.
	 * @param position the position of a call
	 * @param first the first of its operands to be looked at
	 * @param element the type of the elements that it is given, if it is known
	 * @param ahead the functions that make their calls ahead
	 */
	@Nullable String ofArguments(int position, int first, @Nullable Type element, List<InvokeDynamicInsnNode> ahead) {
		Type[] types = Type.getArgumentTypes(((MethodInsnNode) this.flow.instruction(position)).desc);
		int receiver = Operands.count(this.flow.instruction(position)) - types.length;
		for (int operand = Math.max(first, receiver); operand < types.length + receiver; operand++) {
			if (isFunction(types[operand - receiver])) {
				String reason = of(this.flow.operand(position, operand), element, ahead);
				if (reason != null) {
					return reason;
				}
			}
		}
		return null;
	}

	static boolean takesFunctions(MethodInsnNode call) {
		return Arrays.stream(Type.getArgumentTypes(call.desc)).anyMatch(FunctionEffects::isFunction);
	}

	private static boolean isFunction(Type type) {
		return type.getSort() == Type.OBJECT && (type.getInternalName().startsWith("java/util/function/")
				|| type.equals(Type.getType("Ljava/util/Comparator;"))
				|| type.equals(Type.getType("Ljava/util/stream/Collector;")));
	}

	private @Nullable String of(FlowValue value, @Nullable Type element, List<InvokeDynamicInsnNode> ahead) {
		AbstractInsnNode producer = this.flow.producer(value);
		if (producer instanceof InvokeDynamicInsnNode dynamic && ElementMethods.isFunction(dynamic)) {
			if (!ElementMethods.isPlainFunction(dynamic)) {
				return ElementMethods.NOT_PLAIN;
			}
			return ahead.contains(dynamic) ? null : ofFunction(dynamic);
		}
		if (producer instanceof MethodInsnNode call) {
			return ofFactory(call, element, ahead);
		}
		return "a function is not written in place";
	}

	private @Nullable String ofFunction(InvokeDynamicInsnNode dynamic) {
		Handle handle = ElementMethods.implementation(dynamic);
		Type[] given = ElementMethods.signature(dynamic).getArgumentTypes();
		Type[] types = Type.getArgumentTypes(handle.getDesc());
		boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
		boolean constructs = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
		if (isStatic || constructs) {
			Effects.Effect initialisation = this.effects.ofInitialisation(handle.getOwner(), this.owner);
			if (initialisation.isObservable()) {
				return reason(dynamic, initialisation);
			}
		}
		for (int i = 1; i <= Math.min(given.length, types.length); i++) {
			Type known = given[given.length - i];
			if (!Types.isPrimitive(known) && !Types.isPrimitive(types[types.length - i])) {
				types[types.length - i] = known;
			}
		}
		int opcode = switch (handle.getTag()) {
			case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
			case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
			case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
			default -> Opcodes.INVOKESPECIAL;
		};
		Effects.Effect effect = this.effects.ofCall(opcode, handle.getOwner(), handle.getName(), handle.getDesc(),
				List.of(types));
		boolean free = effect.isNone() || (effect.kind() == Effects.Effect.Kind.REVIEWED
				&& this.effects.isNumber(Type.getObjectType(handle.getOwner())));
		return free ? null : reason(dynamic, effect);
	}

	private static String reason(InvokeDynamicInsnNode dynamic, Effects.Effect effect) {
		String reason = effect.isObservable() ? effect.reason() : effect.reason() + " only for some classes";
		Handle handle = ElementMethods.implementation(dynamic);
		String name = handle.getName();
		String itself = "calls " + Call.readable(handle.getOwner(), name) + ", which ";
		reason = reason.startsWith(itself) ? reason.substring(itself.length()) : reason;
		String function = name.startsWith("lambda$") ? "the lambda at line " + Lines.of(dynamic)
				: Types.simpleName(handle.getOwner()) + "::" + (name.equals("<init>") ? "new" : name);
		return function + " may have effects: it " + reason;
	}

	private @Nullable String ofFactory(MethodInsnNode call, @Nullable Type element, List<InvokeDynamicInsnNode> ahead) {
		int position = this.flow.position(call);
		String name = Types.simpleName(call.owner) + "." + call.name;
		if (call.owner.equals("java/util/stream/Collectors")) {
			return ofCollector(call, position, name, element, ahead);
		}
		if (call.owner.equals("java/util/Comparator")) {
			return ofComparator(call, position, name, element);
		}
		return isIdentity(call) ? null : "it is not known what " + name + " returns";
	}

	private static boolean isIdentity(MethodInsnNode call) {
		return call.name.equals("identity") && call.owner.startsWith("java/util/function/");
	}

	private @Nullable String ofCollector(MethodInsnNode call, int position, String name, @Nullable Type element,
			List<InvokeDynamicInsnNode> ahead) {
		if (call.name.equals("joining") && !Type.getType(String.class).equals(element)) {
			return "joining runs toString of the elements";
		}
		if (COLLECTORS.contains(call.name)) {
			Type inner = call.name.equals("mapping") ? resultOf(position, 0) : element;
			return ofArguments(position, 0, inner, ahead);
		}
		if (call.name.equals("toCollection")) {
			return fillsKnown(position, 0, LISTS) || (fillsKnown(position, 0, SETS) && isHashed(element)) ? null
					: "it is not known what collection it fills";
		}
		if (HASHING_ELEMENTS.contains(call.name)) {
			return isHashed(element) ? null : name + " runs equals and hashCode of the elements";
		}
		if (!HASHING.contains(call.name)) {
			return "it is not known what " + name + " runs";
		}
		boolean same = this.flow.producer(this.flow.operand(position, 0)) instanceof MethodInsnNode key
				&& isIdentity(key);
		Type key = (same) ? element : resultOf(position, 0);
		if (!isHashed(key)) {
			return name + " runs equals and hashCode of its keys";
		}
		int factory = call.name.equals("groupingBy") ? 1 : 3;
		boolean ownMap = Type.getArgumentCount(call.desc) > Math.max(factory, 2);
		if (ownMap && !fillsKnown(position, factory, MAPS)
				&& !(fillsKnown(position, factory, SORTED) && isOrdered(key))) {
			return "it is not known what map it fills";
		}
		return ofArguments(position, 0, element, ahead);
	}

	/**
	 * Whether a function makes objects of some classes.
	 */
	private boolean fillsKnown(int position, int operand, Set<String> classes) {
		AbstractInsnNode producer = this.flow.producer(this.flow.operand(position, operand));
		if (!(producer instanceof InvokeDynamicInsnNode dynamic) || !ElementMethods.isPlainFunction(dynamic)) {
			return false;
		}
		Handle handle = ElementMethods.implementation(dynamic);
		return handle.getTag() == Opcodes.H_NEWINVOKESPECIAL && classes.contains(handle.getOwner());
	}

	private @Nullable String ofComparator(MethodInsnNode call, int position, String name, @Nullable Type element) {
		boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
		int first = (isStatic) ? 0 : 1;
		String receiver = (isStatic) ? null : of(this.flow.operand(position, 0), element, List.of());
		if (receiver != null) {
			return receiver;
		}
		if (COMPARATORS.contains(call.name)) {
			return ofArguments(position, first, element, List.of());
		}
		if (call.name.equals("naturalOrder") || call.name.equals("reverseOrder")) {
			return isOrdered(element) ? null : name + " runs compareTo of the elements";
		}
		boolean byKey = ORDERING.contains(call.name) && Type.getArgumentCount(call.desc) == 1;
		if (byKey && isOrdered(resultOf(position, first))) {
			return ofArguments(position, first, element, List.of());
		}
		return "it is not known what " + name + " compares";
	}

	/**
	 * What the function that an operand is returns, {@code null} if it is not known.
	 */
	@Nullable Type resultOf(int position, int operand) {
		AbstractInsnNode producer = this.flow.producer(this.flow.operand(position, operand));
		return (producer instanceof InvokeDynamicInsnNode dynamic && ElementMethods.isPlainFunction(dynamic))
				? ElementMethods.signature(dynamic).getReturnType() : null;
	}

	/**
	 * Whether the JDK may compare values of a type out of turn.
	 */
	boolean isOrdered(@Nullable Type type) {
		return type != null && this.effects.isImmutable(type)
				&& (Types.isPrimitive(type) || this.index.isPlatform(type.getInternalName())
						|| this.index.isAssignable(type.getInternalName(), "java/lang/Enum"));
	}

	/**
	 * Whether the JDK may look values of a type up out of turn.
	 */
	boolean isHashed(@Nullable Type type) {
		return type != null && this.effects.isHashed(type);
	}

}
