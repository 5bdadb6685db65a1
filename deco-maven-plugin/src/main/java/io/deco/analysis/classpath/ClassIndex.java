package io.deco.analysis.classpath;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The byte code of a module, its class path and the running JDK. Loads no class, and
 * treats a class that is missing or unreadable as unknown.
 * <p>
 * Classes are found in the order in which an application finds them: JDK, module, class
 * path. Trees are kept only as long as memory allows.
 */
public final class ClassIndex implements AutoCloseable {

	private final ClassPath classPath;

	private final Map<String, SoftReference<ClassNode>> trees = new ConcurrentHashMap<>();

	private final Map<String, SoftReference<ClassNode>> outlines = new ConcurrentHashMap<>();

	private final ClassHierarchy hierarchy = new ClassHierarchy(this::readHeader);

	private final MemberLookup members = new MemberLookup(this);

	private final HeadCache cache;

	private @Nullable ClassScan scan;

	private ClassIndex(ClassPath classPath, HeadCache cache) {
		this.classPath = classPath;
		this.cache = cache;
	}

	/**
	 * Opens an index. Entries that do not exist, or are no archives, are left out, as the
	 * JVM does.
	 * @param module class folders of the module
	 * @param classPath folders and jars of its class path
	 * @return the index, to be closed
	 */
	public static ClassIndex open(List<Path> module, List<Path> classPath) {
		return open(module, classPath, null);
	}

	/**
	 * Opens an index that remembers what it found in jars. Entries that do not exist, or
	 * are no archives, are left out, as the JVM does.
	 * @param module class folders of the module
	 * @param classPath folders and jars of its class path
	 * @param cache the folder of what is remembered, which several builds may use at the
	 * same time and anybody may delete, null to remember nothing
	 * @return the index, to be closed
	 */
	public static ClassIndex open(List<Path> module, List<Path> classPath, @Nullable Path cache) {
		return new ClassIndex(ClassPath.open(module, classPath), new HeadCache(cache));
	}

	/**
	 * Whether a class in a folder mentions {@code @Synchronized}. If none does, no method
	 * there is to be woven.
	 * @param folder the class folder
	 * @throws IOException if it cannot be read
	 */
	public static boolean mentionsSynchronized(Path folder) throws IOException {
		return ClassScan.mentions(new FolderSource(folder), ClassScan.SYNCHRONIZED);
	}

	/**
	 * Finds the tree of a class, without frames; callers must not change it.
	 * @param internalName the internal name
	 * @return the tree, null if the class is unknown
	 */
	public @Nullable ClassNode find(String internalName) {
		return find(internalName, this.trees, ClassReader.SKIP_FRAMES);
	}

	/**
	 * Finds what a class declares: its tree, in which methods may have no code. Much less
	 * has to be read for it.
	 * @param internalName the internal name
	 * @return the tree, null if the class is unknown
	 */
	public @Nullable ClassNode findOutline(String internalName) {
		ClassNode tree = get(internalName, this.trees);
		return (tree != null) ? tree
				: find(internalName, this.outlines, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
	}

	private @Nullable ClassNode find(String internalName, Map<String, SoftReference<ClassNode>> known, int flags) {
		ClassNode tree = get(internalName, known);
		if (tree == null) {
			tree = parse(internalName, (reader) -> {
				ClassNode node = new ClassNode();
				reader.accept(node, flags);
				return node;
			});
			if (tree != null) {
				known.put(internalName, new SoftReference<>(tree));
			}
		}
		return tree;
	}

	private static @Nullable ClassNode get(String internalName, Map<String, SoftReference<ClassNode>> known) {
		SoftReference<ClassNode> reference = known.get(internalName);
		return (reference != null) ? reference.get() : null;
	}

	/**
	 * Finds the class file as it is.
	 * <p>
	 * Unmarked, since the parser of the Maven plugin tools does not know annotations on
	 * arrays.
	 * @param internalName the internal name
	 * @return its bytes, null if the class is unknown
	 */
	@NullUnmarked
	public byte[] bytes(String internalName) {
		return this.classPath.bytes(internalName);
	}

	private <T> @Nullable T parse(String internalName, Function<ClassReader, T> parser) {
		byte[] bytes = this.classPath.bytes(internalName);
		if (bytes == null) {
			return null;
		}
		try {
			return parser.apply(new ClassReader(bytes));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			// A class file of a future release, or none at all
			return null;
		}
	}

	/**
	 * Finds the class file, to look into its constants only.
	 */
	public @Nullable ClassReader reader(String internalName) {
		return parse(internalName, (reader) -> reader);
	}

	private @Nullable ClassHeader readHeader(String internalName) {
		return parse(internalName, ClassHeader::of);
	}

	/**
	 * Whether a class is one of the module.
	 */
	public boolean inModule(String internalName) {
		return this.classPath.moduleClasses().contains(internalName);
	}

	/**
	 * The internal names of the classes of the module.
	 */
	public Collection<String> moduleClasses() {
		return this.classPath.moduleClasses();
	}

	/**
	 * Returns the names of all classes of the module and its class path.
	 */
	public Set<String> names() {
		return this.classPath.classes().keySet();
	}

	/**
	 * Whether a class or array type, in the form of internal names, can be assigned to
	 * another. What is unknown is assignable to itself and Object only.
	 */
	public boolean isAssignable(String from, String to) {
		return this.hierarchy.isAssignable(from, to);
	}

	/**
	 * Returns a class and all classes and interfaces above it, as far as they are known.
	 */
	public Set<String> selfAndSupertypes(String internalName) {
		return this.hierarchy.selfAndSupertypes(internalName);
	}

	/**
	 * Returns the nearest common superclass, as the frames of a class file need it.
	 */
	public String commonSuperclass(String first, String second) {
		return this.hierarchy.commonSuperclass(first, second);
	}

	/**
	 * Whether a class is known to be an interface.
	 */
	public boolean isInterface(String internalName) {
		return this.hierarchy.isInterface(internalName);
	}

	/**
	 * Returns the superclass of a class, null if the class is unknown or has none.
	 */
	public @Nullable String superclass(String internalName) {
		ClassHeader header = this.hierarchy.header(internalName);
		return (header != null) ? header.superName() : null;
	}

	/**
	 * Whether a class and all above it are known.
	 */
	public boolean isKnown(String internalName) {
		return this.hierarchy.selfAndSupertypes(internalName)
			.stream()
			.allMatch((type) -> this.hierarchy.header(type) != null);
	}

	/**
	 * Returns all known proper subtypes in the module and class path, without the JDK.
	 * Those of Object are not known.
	 */
	public Set<String> subtypes(String internalName) {
		scan();
		return this.hierarchy.subtypes(internalName);
	}

	/**
	 * Returns the methods that a class declares, without their code; none if it is
	 * unknown.
	 */
	public List<MethodNode> methodsOf(String internalName) {
		ClassNode outline = findOutline(internalName);
		return (outline != null) ? outline.methods : List.of();
	}

	/**
	 * Finds a method as JVMS 5.4.3.3 and 5.4.3.4 say.
	 */
	public @Nullable DeclaredMethod resolveMethod(String owner, String name, String descriptor) {
		return this.members.method(owner, name, descriptor);
	}

	/**
	 * Finds a field as JVMS 5.4.3.2 says.
	 */
	public @Nullable DeclaredField resolveField(String owner, String name, String descriptor) {
		return this.members.field(owner, name, descriptor);
	}

	/**
	 * Returns the classes of the module and class path whose class file mentions one of
	 * the {@linkplain ClassScan#MARKS marks}.
	 */
	public Set<String> mentioning(String mark) {
		return scan().mentioning(mark);
	}

	/**
	 * Whether a class of the module or class path may have methods to weave: it, or a
	 * class that it may be written in, mentions {@code @Synchronized}.
	 * @param internalName the class
	 */
	public boolean mayBeSynchronized(String internalName) {
		Set<String> mentioning = mentioning(ClassScan.SYNCHRONIZED);
		boolean mentions = mentioning.contains(internalName);
		for (int end = internalName.indexOf('$'); end > 0 && !mentions; end = internalName.indexOf('$', end + 1)) {
			mentions = mentioning.contains(internalName.substring(0, end));
		}
		return mentions;
	}

	/**
	 * Returns the classes of the module and class path that may declare awaited fields.
	 */
	public Set<String> mentioningAwaited() {
		return mentioning(ClassScan.AWAITED);
	}

	/**
	 * Whether a class of the module or class path is known to be the compiler's work:
	 * readable, and without the mark of the weaver.
	 */
	public boolean isPristine(String internalName) {
		return !mentioning(ClassScan.WOVEN).contains(internalName) && this.hierarchy.isScanned(internalName);
	}

	/**
	 * Who extends whom.
	 */
	public ClassHierarchy hierarchy() {
		return this.hierarchy;
	}

	/**
	 * Whether a class belongs to the running JDK.
	 */
	public boolean isPlatform(String internalName) {
		return this.classPath.isPlatform(internalName);
	}

	private synchronized ClassScan scan() {
		if (this.scan == null) {
			this.scan = ClassScan.of(this.classPath, this.cache);
			this.hierarchy.add(this.scan.headers());
		}
		return this.scan;
	}

	@Override
	public void close() {
		this.classPath.close();
	}

	/**
	 * A method and the class that declares it.
	 */
	public record DeclaredMethod(ClassNode type, MethodNode method) {
	}

	/**
	 * A field and the class that declares it.
	 */
	public record DeclaredField(ClassNode type, FieldNode field) {
	}

}
