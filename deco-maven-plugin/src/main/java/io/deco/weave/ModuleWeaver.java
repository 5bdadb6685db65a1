package io.deco.weave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.objectweb.asm.tree.ClassNode;

import io.deco.analysis.ClassIndex;
import io.deco.analysis.Declarations;
import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;
import io.deco.weave.AwaitedFields.Field;

/**
 * Weaves a module from end to end: rewrites its {@code @Synchronized} methods, makes the
 * reads of awaited fields wait, and verifies what came out.
 * <p>
 * A class whose rewritten form does not verify stays as it was. Only the marks of its
 * awaited fields are kept, since methods of other classes may write to them. A read that
 * cannot be made to wait leaves no safe way back, and fails the build.
 */
public final class ModuleWeaver {

	private final ClassIndex index;

	private final FieldReadWeaver fieldReads;

	private final ClassVerifier verifier;

	private final Function<Collection<String>, WovenModule> weaver;

	private final List<Remark> unwoven = new ArrayList<>();

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

	ModuleWeaver(ClassIndex index, Function<Collection<String>, WovenModule> weaver) {
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
		this.unwoven.clear();
		WovenModule rewritten = this.weaver.apply(weavableClasses());
		Map<String, byte[]> verified = new TreeMap<>();
		Map<String, String> errors = errors(rewritten.classes());
		rewritten.classes()
			.forEach((name, classFile) -> addVerified(name, classFile, errors.getOrDefault(name, ""), verified));
		Map<String, byte[]> woven = this.fieldReads.weave(verified);
		Map<String, byte[]> waiting = new TreeMap<>(woven);
		waiting.entrySet().removeIf((entry) -> entry.getValue() == verified.get(entry.getKey()));
		errors(waiting).forEach(ModuleWeaver::refuseFieldReads);
		return new WovenModule(woven, remarks(rewritten.remarks()), rewritten.methods());
	}

	private List<String> weavableClasses() {
		List<String> weavable = new ArrayList<>();
		for (String name : this.index.moduleClasses()) {
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
		ClassNode pristine = this.index.find(name);
		String file = (pristine != null && pristine.sourceFile != null) ? pristine.sourceFile : "";
		remark(name, file, "its woven form does not verify: " + error, "report this class to the deco project");
		Set<String> awaited = AwaitedFields.declaredIn(classFile).stream().map(Field::name).collect(Collectors.toSet());
		byte[] bytes = this.index.bytes(name);
		if (!awaited.isEmpty() && bytes != null) {
			verified.put(name, FieldMarks.mark(bytes, awaited));
		}
	}

	private static void refuseFieldReads(String name, String error) {
		throw new WeavingException("The reads of awaited fields in " + name.replace('/', '.')
				+ " cannot be made to wait, since the woven class does not verify: " + error
				+ ". Declare those fields volatile: they are then written after waiting.");
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
