package io.deco.weave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.deco.analysis.InlinedLines;
import io.deco.analysis.MethodAnalyzer;
import io.deco.analysis.MethodLines;
import io.deco.analysis.MethodPlan;
import io.deco.analysis.Remark;
import io.deco.analysis.StaticInitialisers;
import io.deco.analysis.SynchronizedCode;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.forks.ConcurrentCalls;
import io.deco.analysis.forks.UnwaitableFields;
import io.deco.analysis.settings.Declarations;
import io.deco.analysis.settings.DeclaredConcurrency;
import io.deco.weave.AwaitedFields.Field;
import io.deco.weave.UnwovenReadsException.Obstacle;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves the {@code @Synchronized} methods of a module. A class that cannot be woven
 * stays as it is, with a remark.
 */
public final class Weaver {

	private static final String WOVEN = "Lio/deco/runtime/Woven;";

	private final ClassIndex index;

	private final MethodAnalyzer analyzer;

	private final List<MethodLines> lines = new ArrayList<>();

	private final Set<String> wovenMethods = new HashSet<>();

	private final SynchronizedCode synchronizedCode;

	public Weaver(ClassIndex index) {
		this(index, Declarations.NONE);
	}

	public Weaver(ClassIndex index, Declarations declarations) {
		this.index = index;
		this.synchronizedCode = new SynchronizedCode(index);
		Effects effects = new Effects(index, declarations.sideEffectFree());
		DeclaredConcurrency concurrent = new DeclaredConcurrency(index, declarations.concurrent());
		this.analyzer = new MethodAnalyzer(index, new ConcurrentCalls(index, effects, concurrent), effects);
	}

	/**
	 * Analyses and rewrites classes.
	 * @param classes internal names of classes of the module
	 * @return what changed and why
	 */
	public WovenModule weave(Collection<String> classes) {
		return weave(classes, UnwaitableFields.NONE);
	}

	/**
	 * Analyses and rewrites classes.
	 * @param classes internal names of classes of the module
	 * @param unwaitable the fields not all of whose reads can wait
	 * @return what changed and why
	 * @throws WeavingException if a class cannot be told that one of its fields is
	 * awaited
	 */
	WovenModule weave(Collection<String> classes, UnwaitableFields unwaitable) {
		this.lines.clear();
		this.wovenMethods.clear();
		this.analyzer.waitBeforeWritesTo(unwaitable);
		Map<String, byte[]> changed = new TreeMap<>();
		List<Remark> remarks = new ArrayList<>();
		Map<String, Set<Field>> awaitedFields = new TreeMap<>();
		Set<String> names = new TreeSet<>(classes);
		for (String name : names) {
			byte[] bytes = this.index.mayBeSynchronized(name) ? this.index.bytes(name) : null;
			if (bytes != null) {
				weave(bytes, changed, remarks, awaitedFields);
			}
		}
		for (String name : StaticInitialisers.running(this.index, this.wovenMethods)) {
			byte[] bytes = changed.containsKey(name) ? changed.get(name) : this.index.bytes(name);
			if (names.contains(name) && bytes != null) {
				changed.put(name, InitialiserBracket.add(bytes));
			}
		}
		List<Obstacle> obstacles = new ArrayList<>();
		awaitedFields.forEach((owner, fields) -> mark(owner, fields, changed, obstacles));
		if (!obstacles.isEmpty()) {
			throw new UnwovenReadsException(obstacles);
		}
		remarks.sort(Comparator.comparing(Remark::type).thenComparing(Remark::line));
		return new WovenModule(changed, remarks, List.copyOf(this.lines));
	}

	private void weave(byte[] bytes, Map<String, byte[]> changed, List<Remark> remarks,
			Map<String, Set<Field>> awaitedFields) {
		ClassNode node = ClassFiles.read(bytes, ClassReader.SKIP_FRAMES);
		List<MethodNode> methods = this.synchronizedCode.methods(node);
		if (methods.isEmpty() || has(node.visibleAnnotations, WOVEN)) {
			return;
		}
		String file = (node.sourceFile != null) ? node.sourceFile : "";
		MethodAnalyzer.SourceType type = new MethodAnalyzer.SourceType(node.name, file);
		InlinedLines inlined = InlinedLines.of(node.sourceDebug);
		methods.forEach((method) -> this.lines.add(MethodLines.of(type, method, inlined)));
		String obstacle = obstacle(node);
		if (obstacle != null) {
			remarks.add(unwoven(type, obstacle, ""));
			return;
		}
		try {
			List<Remark> found = new ArrayList<>();
			List<MethodAnalyzer.Analysis> analyses = new ArrayList<>();
			List<String> sequential = new ArrayList<>();
			Set<String> seen = new HashSet<>();
			for (MethodNode method : methods) {
				List<MethodAnalyzer.Analysis> ofMethod = analyze(type, node, method, seen);
				ofMethod.forEach((analysis) -> found.addAll(inlined.shown(analysis.remarks())));
				ofMethod.stream().filter(MethodAnalyzer.Analysis::isWoven).forEach(analyses::add);
				MethodAnalyzer.Analysis own = ofMethod.get(0);
				if (!own.isWoven()
						&& own.remarks().stream().anyMatch((remark) -> remark.kind() == Remark.Kind.UNWOVEN)) {
					sequential.add(method.name + method.desc);
				}
			}
			if (!analyses.isEmpty() || this.synchronizedCode.isMarked(node)) {
				changed.put(node.name, new ClassWeaver(this.index, node, bytes).weave(analyses, sequential));
			}
			analyses.stream()
				.map(MethodAnalyzer.Analysis::method)
				.map((method) -> StaticInitialisers.key(node.name, method.name, method.desc))
				.forEach(this.wovenMethods::add);
			analyses.stream()
				.map(MethodAnalyzer.Analysis::plan)
				.filter(Objects::nonNull)
				.forEach((plan) -> plan.writes().values().forEach((write) -> add(write, awaitedFields)));
			remarks.addAll(found);
		}
		catch (RuntimeException | StackOverflowError ex) {
			remarks.add(unwoven(type, ClassLimits.explain(ex), ClassLimits.cure(ex)));
		}
	}

	private void mark(String owner, Set<Field> fields, Map<String, byte[]> changed, List<Obstacle> obstacles) {
		byte[] bytes = (changed.containsKey(owner)) ? changed.get(owner) : this.index.bytes(owner);
		if (bytes == null) {
			return;
		}
		try {
			changed.put(owner, FieldMarks.mark(bytes, fields.stream().map(Field::name).collect(Collectors.toSet())));
		}
		catch (RuntimeException ex) {
			obstacles.add(new Obstacle(owner, ClassLimits.explain(ex), fields));
		}
	}

	/**
	 * Analyses a method, and the lambdas that it makes. A compiler may use one body for
	 * several that are equal.
	 */
	private List<MethodAnalyzer.Analysis> analyze(MethodAnalyzer.SourceType type, ClassNode node, MethodNode method,
			Set<String> seen) {
		List<MethodAnalyzer.Analysis> analyses = new ArrayList<>();
		Deque<MethodNode> open = new ArrayDeque<>(List.of(method));
		while (!open.isEmpty()) {
			MethodAnalyzer.Analysis analysis = this.analyzer.analyze(type, open.pop(), method.name);
			analyses.add(analysis);
			for (MethodNode lambda : analysis.lambdas()) {
				if (seen.add(lambda.name + lambda.desc)) {
					node.methods.stream()
						.filter((own) -> own.name.equals(lambda.name) && own.desc.equals(lambda.desc))
						.forEach(open::add);
				}
			}
		}
		return analyses;
	}

	private static void add(MethodPlan.Write write, Map<String, Set<Field>> awaitedFields) {
		awaitedFields.computeIfAbsent(write.owner(), (owner) -> new HashSet<>())
			.add(new Field(write.owner(), write.field(), ""));
	}

	private static @Nullable String obstacle(ClassNode node) {
		int version = node.version & 0xFFFF;
		return (version < Opcodes.V1_8) ? "its class file is older than Java 8" : null;
	}

	private static Remark unwoven(MethodAnalyzer.SourceType type, String reason, String advice) {
		return new Remark(Remark.Kind.UNWOVEN, type.internalName().replace('/', '.'), "", type.file(), 0,
				type.internalName().replace('/', '.'), reason, advice, List.of());
	}

	private static boolean has(@Nullable List<AnnotationNode> annotations, String descriptor) {
		return annotations != null && annotations.stream().anyMatch((annotation) -> annotation.desc.equals(descriptor));
	}

}
