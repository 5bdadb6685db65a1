package io.deco.analysis.effects;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.deco.analysis.effects.JdkTable.Line;
import io.deco.analysis.effects.JdkTable.Rule;
import io.deco.analysis.forks.Step;
import io.deco.runtime.TaskScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The methods of the {@link JdkTable} do what their lines say: they are given objects
 * that fail when anybody looks into them.
 */
@SuppressWarnings("JdkObsolete") // programs may use what is obsolete
class JdkProbeTests {

	private static final String PLAIN = "PLAIN";

	private static final String HASHED = "HASHED";

	private static final String SORTED = "SORTED";

	private static final List<String> REVIEWS = List.of("NONE", "NEW_ITERATORS", "ITERATION", "READS", "LOOKUPS");

	/** The classes to which a store may be deferred, and one of their objects. */
	private static final List<Supplier<Object>> TARGETS = List.of(ArrayList::new, LinkedList::new, ArrayDeque::new,
			() -> new EnumMap<TimeUnit, Object>(TimeUnit.class), StringBuilder::new, StringBuffer::new, HashMap::new,
			LinkedHashMap::new, HashSet::new, LinkedHashSet::new, TreeMap::new, TreeSet::new);

	private static final List<Line> LINES = JdkTable.load().lines();

	@Test
	void hasAnObjectOfEachClassToWhichStoresAreDeferred() throws ReflectiveOperationException {
		List<String> sampled = TARGETS.stream().map((target) -> target.get().getClass().getName()).toList();
		Field field = runtime("StoreTargets").getDeclaredField("BY_NAME");
		field.setAccessible(true);
		((Map<?, ?>) field.get(null)).forEach((name, kind) -> {
			if (Set.of(PLAIN, HASHED, SORTED).contains(String.valueOf(kind))) {
				assertThat(sampled).contains(String.valueOf(name));
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> storesWithoutLookingIntoWhatIsStored() {
		return LINES.stream()
			.filter((line) -> line.rule() == Rule.STORE)
			.flatMap((line) -> TARGETS.stream()
				.filter((target) -> type(line).isInstance(target.get()))
				.filter((target) -> method(line) instanceof Method method && !method.getReturnType().equals(type(line)))
				.map((target) -> DynamicTest.dynamicTest(line.method() + " " + target.get().getClass(),
						() -> store(method(line), target.get()))));
	}

	private static void store(Executable method, Object target) throws ReflectiveOperationException {
		String kind = kind(target);
		Probe stored = new Probe();
		Object[] arguments = arguments(method, stored);
		boolean looksAtFirst = !kind.equals(PLAIN);
		if (looksAtFirst && arguments.length == 1) {
			arguments[0] = kind.equals(SORTED) ? "sorted" : new HashedProbe();
		}
		else if (arguments.length == 2 && !(arguments[0] instanceof Integer)) {
			arguments[0] = switch (kind) {
				case SORTED -> "sorted";
				case HASHED -> new HashedProbe();
				default -> TimeUnit.DAYS;
			};
		}
		fill(target, arguments);
		Probe.armed(() -> ((Method) method).invoke(target, arguments));
		Object last = arguments[arguments.length - 1];
		assertThat(elements(target)).as("elements of " + target.getClass()).anyMatch((element) -> element == last);
	}

	/**
	 * There is an element to be set, or a value to be replaced.
	 */
	@SuppressWarnings("unchecked") // the targets take anything
	private static void fill(Object target, Object[] arguments) {
		if (target instanceof Map<?, ?> map) {
			((Map<Object, Object>) map).put(arguments[0], new Probe());
		}
		else if (target instanceof List<?> list) {
			((List<Object>) list).add(new Probe());
		}
	}

	private static Collection<?> elements(Object target) {
		return (target instanceof Map<?, ?> map) ? map.values() : (Collection<?>) target;
	}

	@TestFactory
	Stream<DynamicTest> readsWithoutLookingIntoElements() {
		return LINES.stream()
			.filter((line) -> line.rule() == Rule.REVIEWED || line.rule() == Rule.CURSOR)
			.flatMap((line) -> readable().filter((object) -> type(line).isInstance(object.get()))
				.flatMap((object) -> methods(line).filter(JdkProbeTests::takesPlainArguments)
					.filter((method) -> allows(object.get(), (Method) method))
					.map((method) -> DynamicTest.dynamicTest(line.method() + " " + object.get().getClass(),
							() -> read(method, object)))));
	}

	private static boolean allows(Object object, Method method) {
		MethodInsnNode call = new MethodInsnNode(Opcodes.INVOKEINTERFACE,
				Type.getInternalName(method.getDeclaringClass()), method.getName(), Type.getMethodDescriptor(method));
		String least = switch (Step.Use.of(call)) {
			case ITERATE -> "ITERATION";
			case READ -> "READS";
			case LOOK_UP -> "LOOKUPS";
		};
		return REVIEWS.indexOf(review(object)) >= REVIEWS.indexOf(least);
	}

	private static boolean takesPlainArguments(Executable method) {
		return Arrays.stream(method.getParameterTypes()).allMatch((type) -> type == Object.class || type == int.class);
	}

	private static void read(Executable method, Supplier<Object> objects) throws ReflectiveOperationException {
		Object object = objects.get();
		Probe.armed(() -> ((Method) method).invoke(object, arguments(method, "absent")));
	}

	/**
	 * Objects of reviewed classes that hold probes.
	 */
	private static Stream<Supplier<Object>> readable() {
		List<Supplier<Object>> containers = List.of(() -> new ArrayList<>(probes(2)), () -> new LinkedList<>(probes(2)),
				() -> new ArrayDeque<>(probes(2)), () -> new HashMap<>(map()), () -> new HashSet<>(probes(2)),
				() -> new LinkedHashSet<>(probes(2)), () -> new TreeMap<>(Map.of("a", new Probe(), "b", new Probe())),
				() -> new EnumMap<>(Map.of(TimeUnit.DAYS, new Probe())), () -> EnumSet.of(TimeUnit.DAYS),
				() -> List.of(new Probe()), () -> List.copyOf(probes(3)), () -> Set.of(new Probe()),
				() -> Set.copyOf(probes(3)), () -> Map.of(new Probe(), new Probe()), () -> map(),
				() -> Arrays.asList(new Probe(), new Probe()), () -> Collections.singletonList(new Probe()),
				() -> Collections.singleton(new Probe()), () -> Collections.singletonMap(new Probe(), new Probe()),
				Collections::emptyList, Collections::emptySet, Collections::emptyMap,
				() -> new ArrayList<>(probes(2)).subList(0, 1), () -> Optional.of(new Probe()));
		return Stream.concat(containers.stream(), containers.stream().flatMap(JdkProbeTests::views));
	}

	private static List<Probe> probes(int count) {
		return Stream.generate(Probe::new).limit(count).toList();
	}

	private static Map<Probe, Probe> map() {
		Map<Probe, Probe> map = new HashMap<>();
		probes(2).forEach((probe) -> map.put(probe, new Probe()));
		return Map.copyOf(map);
	}

	private static Stream<Supplier<Object>> views(Supplier<Object> container) {
		return allViews(container).filter((view) -> !review(view.get()).equals("NONE"));
	}

	private static Stream<Supplier<Object>> allViews(Supplier<Object> container) {
		if (container.get() instanceof Map<?, ?>) {
			Supplier<Map<?, ?>> map = () -> (Map<?, ?>) container.get();
			Stream<Supplier<Object>> views = Stream.of(() -> map.get().entrySet(), () -> map.get().keySet(),
					() -> map.get().values(), () -> map.get().entrySet().iterator(),
					() -> map.get().values().iterator());
			Stream<Supplier<Object>> entries = map.get().isEmpty() ? Stream.of()
					: Stream.of(() -> map.get().entrySet().iterator().next());
			return Stream.concat(views, entries);
		}
		return (container.get() instanceof Collection<?>)
				? Stream.of(() -> ((Collection<?>) container.get()).iterator()) : Stream.of();
	}

	@TestFactory
	Stream<DynamicTest> takesArgumentsWithoutLookingIntoThem() {
		return LINES.stream()
			.filter((line) -> line.rule() == Rule.FREE && line.coversArguments())
			.filter((line) -> Arrays.asList(method(line).getParameterTypes()).contains(Object.class))
			.map((line) -> DynamicTest.dynamicTest(line.owner() + " " + line.method(), () -> take(method(line))));
	}

	private static void take(Executable method) throws ReflectiveOperationException {
		Object[] arguments = arguments(method, new Probe());
		if (method instanceof Constructor<?> constructor) {
			Probe.armed(() -> constructor.newInstance(arguments));
			return;
		}
		for (Object receiver : receivers(method.getDeclaringClass())) {
			Probe.armed(() -> ((Method) method).invoke(receiver, arguments));
		}
	}

	private static List<Object> receivers(Class<?> type) {
		List<Object> known = List.of("text", true, (byte) 1, 'c', (short) 1, 1, 1L, 1f, 1d, Probe.class,
				new java.util.UUID(1, 2), java.time.Duration.ZERO, java.time.Instant.EPOCH, java.time.LocalDate.EPOCH,
				java.time.LocalDateTime.MIN, java.time.LocalTime.NOON, TimeUnit.DAYS, Optional.of(new Probe()),
				Optional.empty());
		List<Object> receivers = known.stream().filter(type::isInstance).toList();
		return receivers.isEmpty() ? List.of(type) : receivers;
	}

	private static Object[] arguments(Executable method, Object argument) {
		return Arrays.stream(method.getParameterTypes())
			.map((type) -> (type == int.class) ? (Object) 0
					: (type == Object.class) ? argument : (type == String.class) ? "text" : new Object[] { argument })
			.toArray();
	}

	private static Executable method(Line line) {
		return methods(line).findFirst().orElseThrow(() -> new IllegalStateException(line.toString()));
	}

	private static Stream<Executable> methods(Line line) {
		Stream<Executable> all = Stream.concat(Arrays.stream(type(line).getDeclaredMethods()),
				Arrays.stream(type(line).getDeclaredConstructors()));
		return all.filter((method) -> line.method().equals(method.getName())
				|| line.method().equals(name(method) + descriptor(method)));
	}

	private static String name(Executable method) {
		return (method instanceof Constructor<?>) ? "<init>" : method.getName();
	}

	private static String descriptor(Executable method) {
		return (method instanceof Method declared) ? Type.getMethodDescriptor(declared)
				: Type.getConstructorDescriptor((Constructor<?>) method);
	}

	private static Class<?> type(Line line) {
		try {
			return Class.forName(line.owner().replace('/', '.'));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String kind(Object target) throws ReflectiveOperationException {
		return String.valueOf(ask("StoreTargets", "of", target));
	}

	private static String review(Object object) {
		try {
			return String.valueOf(ask("ReviewedClasses", "of", object));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable Object ask(String type, String question, Object argument)
			throws ReflectiveOperationException {
		Method method = runtime(type).getDeclaredMethod(question, Object.class);
		method.setAccessible(true);
		return method.invoke(null, argument);
	}

	/**
	 * The runtime keeps to itself what it knows of classes.
	 */
	private static Class<?> runtime(String name) throws ClassNotFoundException {
		return Class.forName(TaskScope.class.getPackageName() + "." + name);
	}

	/**
	 * Fails when anybody looks into it while it is armed.
	 */
	private static class Probe implements Comparable<Probe> {

		private static boolean armed;

		/**
		 * Runs something while all probes are armed.
		 */
		private static void armed(Invocation invocation) throws ReflectiveOperationException {
			armed = true;
			try {
				invocation.run();
			}
			catch (InvocationTargetException ex) {
				// An argument may be refused, but not for what is in it
				assertThat(ex.getCause()).isInstanceOf(RuntimeException.class);
			}
			finally {
				armed = false;
			}
		}

		private static void look(String method) {
			if (armed) {
				throw new AssertionError(method + " was called");
			}
		}

		@Override
		public boolean equals(@Nullable Object other) {
			look("equals");
			return this == other;
		}

		@Override
		public int hashCode() {
			look("hashCode");
			return System.identityHashCode(this);
		}

		@Override
		public String toString() {
			look("toString");
			return "probe";
		}

		@Override
		public int compareTo(Probe other) {
			look("compareTo");
			return 0;
		}

	}

	/**
	 * May be hashed, but not be printed or compared.
	 */
	private static final class HashedProbe extends Probe {

		private static final IdentityHashMap<Object, Integer> HASHES = new IdentityHashMap<>();

		@Override
		public boolean equals(@Nullable Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return HASHES.computeIfAbsent(this, (probe) -> HASHES.size());
		}

	}

	private interface Invocation {

		void run() throws ReflectiveOperationException;

	}

}
