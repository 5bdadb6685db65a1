package io.deco.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.weave.AwaitedFields.Reads;
import io.deco.weave.UnwovenReadsException.Obstacle;

/**
 * Makes every read of an {@code @Awaited} field in a module wait for the pending write to
 * it, by weaving {@code io.deco.aspect.FieldReadAspect} into the classes that read one.
 * <p>
 * A read that is not woven would silently see an old value. So the reads are counted, and
 * a class in which AspectJ wove fewer waits than there are reads is refused. They are
 * counted in what AspectJ wrote: it blanks out code that is never reached.
 * <p>
 * AspectJ is given only the methods that read one, unless it has to know the serial form
 * of their class.
 */
public final class FieldReadWeaver {

	static final String ASPECT = "io/deco/aspect/FieldReadAspect";

	private static final String SERIALIZABLE = "java/io/Serializable";

	private final ClassIndex index;

	/**
	 * Creates a weaver for the classes of a module.
	 * @param index the module, in its pristine form
	 */
	public FieldReadWeaver(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Weaves the field reads of all classes of the module.
	 * @param rewritten the classes that differ from their pristine form, by internal name
	 * @return the rewritten classes, and those that read awaited fields in their woven
	 * form, sorted by name
	 * @throws WeavingException if a read cannot be woven, which names the class
	 */
	public Map<String, byte[]> weave(Map<String, byte[]> rewritten) {
		Map<String, byte[]> result = new TreeMap<>(rewritten);
		AwaitedFields awaited = new AwaitedFields(this.index, rewritten.values());
		Map<String, byte[]> readers = new ConcurrentSkipListMap<>();
		Map<String, Reads> reads = new ConcurrentHashMap<>();
		moduleClasses(rewritten).parallelStream().forEach((name) -> {
			byte[] classFile = rewritten.containsKey(name) ? rewritten.get(name) : this.index.bytes(name);
			Reads found = (classFile != null) ? reads(awaited, classFile) : Reads.NONE;
			if (classFile != null && !found.fields().isEmpty() && found.fields().size() != found.waits()) {
				readers.put(name, classFile);
				reads.put(name, found);
			}
		});
		if (readers.isEmpty()) {
			return result;
		}
		requireAspect();
		Map<String, byte[]> excerpts = new TreeMap<>();
		readers.forEach((name, classFile) -> excerpts.put(name,
				hasSerialForm(name) ? classFile : MethodExcerpt.of(classFile, readsOf(name, reads).methods())));
		Map<String, String> obstacles = new TreeMap<>();
		Map<String, byte[]> woven = new TreeMap<>();
		// AspectJ sets the version in a static initialiser that it adds, so that the
		// version of an enum cannot be left out afterwards.
		for (boolean serial : List.of(false, true)) {
			Map<String, byte[]> part = new TreeMap<>(excerpts);
			part.keySet().removeIf((name) -> hasSerialForm(name) != serial);
			woven.putAll(part.isEmpty() ? Map.of() : weave(part, serial, rewritten, obstacles));
		}
		woven.forEach((name, excerpt) -> {
			byte[] before = Objects.requireNonNull(readers.get(name));
			result.put(name, putBack(awaited, name, before, readsOf(name, reads), excerpt, obstacles));
		});
		refuseReads(obstacles, reads);
		return result;
	}

	private static Reads readsOf(String name, Map<String, Reads> reads) {
		return reads.getOrDefault(name, Reads.NONE);
	}

	/**
	 * Whether the version of a class depends on what it declares. That of enums and
	 * records does not.
	 */
	private boolean hasSerialForm(String name) {
		Set<String> types = this.index.selfAndSupertypes(name);
		return types.contains(SERIALIZABLE) && !types.contains("java/lang/Enum") && !types.contains("java/lang/Record");
	}

	/**
	 * AspectJ does not say on which of the classes it failed, so that halves are tried.
	 */
	private Map<String, byte[]> weave(Map<String, byte[]> readers, boolean serial, Map<String, byte[]> rewritten,
			Map<String, String> obstacles) {
		try {
			Map<String, byte[]> woven = AspectWeaver.weave(ASPECT.replace('/', '.'), readers, serial, rewritten,
					this.index);
			if (!readers.keySet().containsAll(woven.keySet())) {
				throw new WeavingException("AspectJ wove " + woven.keySet() + " instead of " + readers.keySet());
			}
			readers.keySet()
				.stream()
				.filter((name) -> !woven.containsKey(name))
				.forEach((name) -> obstacles.put(name, "AspectJ left it as it was"));
			return woven;
		}
		catch (WeavingException ex) {
			if (readers.size() == 1) {
				obstacles.put(readers.keySet().iterator().next(), String.valueOf(ex.getMessage()));
				return Map.of();
			}
			List<String> names = List.copyOf(readers.keySet());
			Map<String, byte[]> woven = new TreeMap<>();
			for (List<String> half : List.of(names.subList(0, names.size() / 2),
					names.subList(names.size() / 2, names.size()))) {
				Map<String, byte[]> part = new TreeMap<>(readers);
				part.keySet().retainAll(Set.copyOf(half));
				woven.putAll(weave(part, serial, rewritten, obstacles));
			}
			return woven;
		}
	}

	/**
	 * Refuses classes whose reads of awaited fields cannot be made to wait.
	 * @param reasons why, by the internal name of the class
	 * @param woven the classes
	 * @throws WeavingException if there is one
	 */
	void refuse(Map<String, String> reasons, Map<String, byte[]> woven) {
		AwaitedFields awaited = new AwaitedFields(this.index, woven.values());
		Map<String, Reads> reads = new TreeMap<>();
		reasons.keySet().forEach((name) -> {
			byte[] classFile = woven.get(name);
			reads.put(name, (classFile != null) ? reads(awaited, classFile) : Reads.NONE);
		});
		refuseReads(reasons, reads);
	}

	private static void refuseReads(Map<String, String> reasons, Map<String, Reads> reads) {
		List<Obstacle> obstacles = new ArrayList<>();
		reasons.forEach(
				(name, reason) -> obstacles.add(new Obstacle(name, reason, Set.copyOf(readsOf(name, reads).fields()))));
		if (!obstacles.isEmpty()) {
			throw new UnwovenReadsException(obstacles);
		}
	}

	private Set<String> moduleClasses(Map<String, byte[]> rewritten) {
		Set<String> names = new HashSet<>(this.index.moduleClasses());
		names.addAll(rewritten.keySet());
		return names;
	}

	private void requireAspect() {
		if (this.index.bytes(ASPECT) == null) {
			throw new WeavingException("The class path has no " + ASPECT.replace('/', '.')
					+ ", which the woven classes need. Add the dependency io.deco:deco-spring-boot-starter.");
		}
	}

	private static Reads reads(AwaitedFields awaited, byte[] classFile) {
		try {
			return awaited.reads(classFile);
		}
		catch (RuntimeException ex) {
			// Such a class cannot be loaded either, or is newer than ASM: it was not
			// woven, and the weaver has remarked on it.
			return Reads.NONE;
		}
	}

	private static byte[] putBack(AwaitedFields awaited, String name, byte[] classFile, Reads before, byte[] excerpt,
			Map<String, String> obstacles) {
		try {
			byte[] woven = MethodExcerpt.putBack(classFile, excerpt);
			Reads after = awaited.reads(woven);
			int reads = after.fields().size();
			int waits = after.waits() - before.waits();
			if (waits != reads) {
				obstacles.put(name, "AspectJ made " + waits + " of " + reads + " reads wait");
			}
			return woven;
		}
		catch (RuntimeException ex) {
			obstacles.put(name, ClassLimits.explain(ex));
			return classFile;
		}
	}

}
