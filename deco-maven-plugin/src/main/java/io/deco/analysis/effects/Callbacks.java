package io.deco.analysis.effects;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * Finds the methods of the program that the JDK may call, since it declares them itself,
 * and those that run where a method of the JDK is called.
 */
final class Callbacks {

	private static final String OBJECT = "java/lang/Object";

	private static final int UNINHERITED = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

	private static final Set<String> FUNCTIONS = Set.of("java/lang/Runnable", "java/util/concurrent/Callable");

	/** Types that are not expected to modify what they compare. */
	private static final Set<String> ORDERS = Set.of("java/lang/Comparable", "java/util/Comparator");

	/**
	 * Types of collections and their parts. Those of the program count as views, and are
	 * waited for when they are read.
	 */
	private static final Set<String> COLLECTIONS = Set.of("java/lang/Iterable", "java/util/Enumeration",
			"java/util/Iterator", "java/util/Map", "java/util/Map$Entry", "java/util/Spliterator");

	private final ClassIndex index;

	private final Map<String, List<DeclaredMethod>> known = new HashMap<>();

	private final Map<String, List<DeclaredMethod>> implementations = new HashMap<>();

	private final Map<String, List<String>> types = new HashMap<>();

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

	static boolean isOrder(String type) {
		return ORDERS.contains(type);
	}

	/**
	 * Whether a type of the JDK is followed to the classes of the module that implement
	 * it. Functions may be made anywhere, and are not looked for.
	 */
	boolean isFollowed(String platformType) {
		return !isFunction(Type.getObjectType(platformType)) && !isOrder(platformType) && !OBJECT.equals(platformType)
				&& this.index.selfAndSupertypes(platformType).stream().noneMatch(COLLECTIONS::contains);
	}

	/**
	 * Whether a type is neither the module's nor the JDK's.
	 */
	boolean isLibrary(String type) {
		return !this.index.inModule(type) && !this.index.isPlatform(type);
	}

	/**
	 * The methods of the JDK that an object of a type has, and that may be overridden.
	 */
	List<DeclaredMethod> of(String type) {
		return this.known.computeIfAbsent(type, this::find);
	}

	private List<DeclaredMethod> find(String type) {
		Map<String, DeclaredMethod> methods = new LinkedHashMap<>();
		for (String above : this.index.selfAndSupertypes(type)) {
			if (this.index.isPlatform(above) && !above.equals(OBJECT)
					&& (!isLibrary(type) || isFunction(Type.getObjectType(above)))) {
				add(this.index.findOutline(above), methods);
			}
		}
		return List.copyOf(methods.values());
	}

	private static void add(@Nullable ClassNode type, Map<String, DeclaredMethod> methods) {
		if (type != null) {
			type.methods.stream()
				.filter((method) -> (method.access & UNINHERITED) == 0 && !method.name.startsWith("<"))
				.forEach((method) -> methods.putIfAbsent(method.name + method.desc, new DeclaredMethod(type, method)));
		}
	}

	/**
	 * What an object of exactly this class runs, if that is code of the program.
	 */
	@Nullable DeclaredMethod own(String type, String name, String descriptor) {
		DeclaredMethod method = this.index.resolveMethod(type, name, descriptor);
		return (method != null && !this.index.isPlatform(method.type().name)
				&& (method.method().access & Opcodes.ACC_ABSTRACT) == 0) ? method : null;
	}

	/**
	 * What an object of a type or a subtype may run, if that is code of the program; of a
	 * type of the JDK, code of the module. More than {@link CalledMethods#MANY} are not
	 * all looked for.
	 */
	List<DeclaredMethod> implementations(String type, String name, String descriptor) {
		return this.implementations.computeIfAbsent(type + '.' + name + descriptor,
				(added) -> types(type).stream()
					.flatMap((each) -> Stream.ofNullable(own(each, name, descriptor)))
					.distinct()
					.limit(CalledMethods.MANY + 1)
					.toList());
	}

	private List<String> types(String type) {
		return this.types.computeIfAbsent(type,
				(added) -> Stream.concat(Stream.of(type), this.index.subtypes(type).stream())
					.filter((each) -> !this.index.isPlatform(type) || this.index.inModule(each))
					.toList());
	}

}
