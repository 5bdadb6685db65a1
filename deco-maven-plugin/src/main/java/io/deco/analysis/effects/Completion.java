package io.deco.analysis.effects;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Tells whether a static initialiser without effects certainly completes: one that fails
 * leaves its class unusable, which others would see. What does not show that it cannot
 * fail may.
 * <p>
 * Methods of the program are followed with what is certain of their arguments, and free
 * methods of the JDK are tried with constant ones.
 */
final class Completion {

	private static final int MAX_DEPTH = 8;

	/**
	 * How many methods are followed for one initialiser, some of them again and again.
	 */
	private static final int MAX_METHODS = 256;

	private static final Set<String> COLLECTIONS = Set.of("java/util/ArrayList", "java/util/LinkedList",
			"java/util/HashMap", "java/util/LinkedHashMap", "java/util/HashSet", "java/util/LinkedHashSet",
			"java/lang/StringBuilder");

	private static final Set<String> STORES = Set.of("add(Ljava/lang/Object;)Z",
			"put(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");

	/** Classes whose free methods complete if no operand is null, but for some. */
	private static final Set<String> NULL_HOSTILE = Set.of("java/lang/Class", "java/lang/Enum", "java/util/List",
			"java/util/Optional", "java/util/Objects", "java/util/Arrays", "java/util/Collections",
			"java/util/Map$Entry");

	private static final Set<String> FAILING = Set.of("cast", "get", "orElseThrow");

	private final ClassIndex index;

	private final String root;

	private int depth;

	private int methods;

	private Completion(ClassIndex index, String root) {
		this.index = index;
		this.root = root;
	}

	static boolean isCertain(ClassIndex index, DeclaredMethod initialiser) {
		return isSwitchTable(initialiser.type())
				|| new Completion(index, initialiser.type().name).completes(initialiser, List.of());
	}

	/**
	 * Whether a class only holds what the compiler needs for switches over enums.
	 */
	private static boolean isSwitchTable(ClassNode type) {
		return (type.access & Opcodes.ACC_SYNTHETIC) != 0 && !type.fields.isEmpty()
				&& type.fields.stream().allMatch((field) -> field.name.startsWith("$SwitchMap$"));
	}

	private boolean completes(DeclaredMethod method, List<Fact> arguments) {
		MethodNode node = method.method();
		if (this.depth >= MAX_DEPTH || ++this.methods > MAX_METHODS
				|| (node.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
			return false;
		}
		this.depth++;
		try {
			new Analyzer<>(new CompletionInterpreter(this.index, arguments, this::result)).analyze(method.type().name,
					node);
			return true;
		}
		catch (AnalyzerException | LimitExceededException ex) {
			return false;
		}
		finally {
			this.depth--;
		}
	}

	private @Nullable Fact result(MethodInsnNode call, List<Fact> operands, Set<String> written) {
		Fact unknown = Fact.nothing(Type.getReturnType(call.desc));
		DeclaredMethod resolved = call.owner.startsWith("[") ? null
				: this.index.resolveMethod(call.owner, call.name, call.desc);
		if (Loggers.isFactory(call.owner) || (call.owner.startsWith("[") && call.name.equals("clone"))) {
			return unknown;
		}
		if (resolved == null) {
			return null;
		}
		String owner = resolved.type().name;
		if (this.index.isPlatform(owner)) {
			return ofPlatform(call, owner, operands, unknown);
		}
		if (CallEffects.isGenerated(resolved)) {
			boolean made = !owner.equals(this.root) || written.stream().anyMatch((field) -> field.endsWith("$VALUES"));
			return (made && call.name.equals("values")) ? unknown : null;
		}
		if (call.owner.equals("kotlin/enums/EnumEntriesKt") || call.owner.equals(KotlinChecks.OWNER)) {
			return operands.stream().allMatch(Fact::nonNull) ? unknown : null;
		}
		boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL
				|| (resolved.method().access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)) != 0;
		return (exact && completes(resolved, operands)) ? unknown : null;
	}

	private @Nullable Fact ofPlatform(MethodInsnNode call, String owner, List<Fact> operands, Fact unknown) {
		Type[] parameters = Type.getArgumentTypes(call.desc);
		boolean primitive = parameters.length > 0 && !Origin.isReference(parameters[0]);
		if (call.name.equals("<init>")) {
			boolean empty = parameters.length == 0 || owner.equals("java/lang/Enum")
					|| this.index.isAssignable(owner, "java/lang/Throwable")
					|| (call.desc.equals("(I)V") && operands.get(1).isNatural());
			return (empty || tried(owner, call, operands.subList(1, operands.size())) != null) ? unknown : null;
		}
		boolean boxes = call.name.equals("valueOf") && parameters.length == 1 && primitive
				&& owner.startsWith("java/lang/");
		boolean unboxes = call.name.endsWith("Value") && parameters.length == 0;
		Fact receiver = operands.isEmpty() ? unknown : operands.get(0);
		boolean stores = receiver.type() != null && COLLECTIONS.contains(receiver.type().getInternalName())
				&& (STORES.contains(call.name + call.desc) || isBuildingText(call, owner, parameters));
		boolean needsObjects = NULL_HOSTILE.contains(owner) && operands.stream().allMatch(Fact::nonNull)
				&& !call.desc.contains("[") && !FAILING.contains(call.name);
		if (boxes && operands.get(0).constant() == null) {
			return Fact.object(Type.getReturnType(call.desc));
		}
		Fact tried = (call.getOpcode() == Opcodes.INVOKESTATIC) ? tried(owner, call, operands) : null;
		if (tried != null) {
			return tried;
		}
		return (unboxes || stores || needsObjects) ? unknown : null;
	}

	/**
	 * Whether a call of a builder needs neither an index nor an array.
	 */
	private static boolean isBuildingText(MethodInsnNode call, String owner, Type[] parameters) {
		return owner.equals("java/lang/StringBuilder") && (parameters.length == 0
				|| (call.name.equals("append") && parameters.length == 1 && parameters[0].getSort() != Type.ARRAY));
	}

	/**
	 * What a static method or constructor returns for constant arguments.
	 */
	private @Nullable Fact tried(String owner, MethodInsnNode call, List<Fact> arguments) {
		try {
			Class<?> type = Class.forName(owner.replace('/', '.'));
			Class<?>[] parameters = MethodType.fromMethodDescriptorString(call.desc, null).parameterArray();
			List<Object> values = new ArrayList<>();
			for (int i = 0; i < parameters.length; i++) {
				Object constant = arguments.get(i).constant();
				if (constant == null) {
					return null;
				}
				values.add(converted(constant, parameters[i]));
			}
			Object result = call.name.equals("<init>") ? type.getConstructor(parameters).newInstance(values.toArray())
					: type.getMethod(call.name, parameters).invoke(null, values.toArray());
			return (result == null) ? null : new Fact(Type.getReturnType(call.desc).getSize(), true,
					Type.getReturnType(call.desc), result, -1);
		}
		catch (ReflectiveOperationException | RuntimeException | LinkageError ex) {
			return null;
		}
	}

	private static Object converted(Object constant, Class<?> type) {
		if (!(constant instanceof Integer number)) {
			return constant;
		}
		return (type == boolean.class) ? (Object) (number != 0)
				: (type == char.class) ? (Object) (char) (int) number : (type == byte.class)
						? (Object) number.byteValue() : (type == short.class) ? (Object) number.shortValue() : number;
	}

}
