package io.deco.weave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.forks.UnwaitableFields;
import io.deco.analysis.settings.Declarations;
import io.deco.weave.AwaitedFields.Field;
import io.deco.weave.UnwovenReadsException.Obstacle;
import org.objectweb.asm.tree.ClassNode;

/**
 * Weaves a module from end to end: rewrites its {@code @Synchronized} methods, makes the
 * reads of awaited fields wait, and verifies what came out.
 * <p>
 * A class whose rewritten form does not verify stays as it was. Only the marks of its
 * awaited fields are kept, since methods of other classes may write to them.
 * <p>
 * A class whose reads of awaited fields cannot be made to wait stays as it was, too. All
 * is then woven again, with what is written to those fields awaited before. If they
 * belong to a module that has been woven already, there is no safe way back, and the
 * build fails.
 */
public final class ModuleWeaver {

	private final ClassIndex index;

	private final FieldReadWeaver fieldReads;

	private final ClassVerifier verifier;

	private final BiFunction<Collection<String>, UnwaitableFields, WovenModule> weaver;

	private final List<Remark> unwoven = new ArrayList<>();

	private final Map<String, Obstacle> left = new TreeMap<>();

	private boolean careful;

	/**
	 * Creates a weaver for the classes of a module.
	 * @param index the module, in its pristine form, and its class path
	 */
	public ModuleWeaver(ClassIndex index) {
		this(index, Declarations.NONE);
	}

	/**
	 * Creates a weaver for the classes of a module.
	 * @param index the module, in its pristine form, and its class path
	 * @param declarations what the build says of methods
	 */
	public ModuleWeaver(ClassIndex index, Declarations declarations) {
		this(index, new Weaver(index, declarations)::weave);
	}

	ModuleWeaver(ClassIndex index, BiFunction<Collection<String>, UnwaitableFields, WovenModule> weaver) {
		this.index = index;
		this.fieldReads = new FieldReadWeaver(index);
		this.verifier = new ClassVerifier(index);
		this.weaver = weaver;
	}

	/**
	 * Weaves all classes of the module.
	 * @return the classes that differ from their pristine form, and all remarks
	 * @throws WeavingException if the module cannot be woven safely
	 */
	public WovenModule weave() {
		this.left.clear();
		this.careful = false;
		UnwaitableFields unwaitable = UnwaitableFields.NONE;
		while (true) {
			try {
				return weave(unwaitable);
			}
			catch (UnwovenReadsException ex) {
				if (this.careful) {
					unwaitable = without(ex, unwaitable);
				}
				this.careful = true;
			}
		}
	}

	private UnwaitableFields without(UnwovenReadsException failure, UnwaitableFields before) {
		UnwaitableFields all = before;
		for (Obstacle obstacle : failure.obstacles()) {
			Set<Field> fields = obstacle.fields();
			if (fields.isEmpty() || !fields.stream().allMatch((field) -> this.index.inModule(field.owner()))
					|| fields.stream().anyMatch((field) -> before.readerOf(field.owner(), field.name()) != null)) {
				throw failure;
			}
			for (Field field : fields) {
				all = all.with(field.owner(), field.name(), obstacle.type().replace('/', '.'));
			}
			this.left.put(obstacle.type(), obstacle);
		}
		return all;
	}

	/**
	 * Each class is verified once, at the end, unless one is wrong: then all are verified
	 * before their reads are woven as well, to tell what was wrong.
	 */
	private WovenModule weave(UnwaitableFields unwaitable) {
		this.unwoven.clear();
		this.left.forEach((name, obstacle) -> remark(name, file(name),
				"its reads of " + obstacle.names() + " cannot be made to wait: " + obstacle.reason(),
				"if the class is large, split it"));
		WovenModule rewritten = this.weaver.apply(weavableClasses(), unwaitable);
		Map<String, byte[]> verified = new TreeMap<>();
		Map<String, String> errors = (this.careful) ? errors(rewritten.classes()) : Map.of();
		rewritten.classes()
			.forEach((name, classFile) -> addVerified(name, classFile, errors.getOrDefault(name, ""), verified));
		Map<String, byte[]> woven = this.fieldReads.weave(verified);
		Map<String, byte[]> unverified = new TreeMap<>(woven);
		if (this.careful) {
			unverified.entrySet().removeIf((entry) -> entry.getValue() == verified.get(entry.getKey()));
		}
		this.fieldReads.refuse(errors(unverified), woven);
		return new WovenModule(woven, remarks(rewritten.remarks()), rewritten.methods());
	}

	private List<String> weavableClasses() {
		List<String> weavable = new ArrayList<>();
		for (String name : this.index.moduleClasses()) {
			if (this.left.containsKey(name)) {
				continue;
			}
			if (this.index.isPristine(name)) {
				weavable.add(name);
				continue;
			}
			ClassMarks marks = ClassMarks.read(this.index.bytes(name));
			if (marks.error() != null) {
				remark(name, marks.file(), "it cannot be read: " + marks.error(), "");
			}
			else if (marks.woven()) {
				remark(name, marks.file(), "it was woven before, and how the compiler wrote it is not known",
						"run mvn clean");
			}
			else {
				weavable.add(name);
			}
		}
		return weavable;
	}

	/** What is wrong, by class; nothing for a class that verifies. */
	private Map<String, String> errors(Map<String, byte[]> classes) {
		Map<String, String> errors = new ConcurrentSkipListMap<>();
		classes.entrySet().parallelStream().forEach((entry) -> {
			String error = this.verifier.verify(entry.getValue());
			if (error != null) {
				errors.put(entry.getKey(), error);
			}
		});
		return errors;
	}

	private void addVerified(String name, byte[] classFile, String error, Map<String, byte[]> verified) {
		if (error.isEmpty()) {
			verified.put(name, classFile);
			return;
		}
		remark(name, file(name), "its woven form does not verify: " + error, "report this class to the deco project");
		Set<String> awaited = AwaitedFields.declaredIn(classFile).stream().map(Field::name).collect(Collectors.toSet());
		byte[] bytes = this.index.bytes(name);
		if (!awaited.isEmpty() && bytes != null) {
			verified.put(name, FieldMarks.mark(bytes, awaited));
		}
	}

	private String file(String name) {
		ClassNode pristine = this.index.find(name);
		return (pristine != null && pristine.sourceFile != null) ? pristine.sourceFile : "";
	}

	private void remark(String name, String file, String reason, String advice) {
		String type = name.replace('/', '.');
		String subject = type.substring(type.lastIndexOf('.') + 1);
		this.unwoven.add(new Remark(Kind.UNWOVEN, type, "", file, 0, subject, reason, advice, List.of()));
	}

	/** A class that stayed as it was has no other remarks. */
	private List<Remark> remarks(List<Remark> remarks) {
		Set<String> types = new HashSet<>();
		this.unwoven.forEach((remark) -> types.add(remark.type()));
		List<Remark> all = new ArrayList<>(this.unwoven);
		remarks.stream().filter((remark) -> !types.contains(remark.type())).forEach(all::add);
		return all;
	}

}
