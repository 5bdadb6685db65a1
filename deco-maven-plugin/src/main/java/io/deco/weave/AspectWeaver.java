package io.deco.weave;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.deco.analysis.classpath.ClassIndex;
import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.MessageHandler;
import org.aspectj.weaver.IClassFileProvider;
import org.aspectj.weaver.IUnwovenClassFile;
import org.aspectj.weaver.IWeaveRequestor;
import org.aspectj.weaver.UnresolvedType;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.ClassPathManager;
import org.aspectj.weaver.bcel.UnwovenClassFile;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Runs AspectJ's weaver in this process, without loading the classes that it weaves.
 * <p>
 * The weaver finds every type in the index: it would look through the whole JDK before it
 * wove the first class, and it forgets types when memory is short, so that rewritten
 * classes must be found at any time.
 */
final class AspectWeaver implements IClassFileProvider, IWeaveRequestor {

	private final List<UnwovenClassFile> classes = new ArrayList<>();

	private final Map<String, byte[]> results = new TreeMap<>();

	private AspectWeaver(Map<String, byte[]> classes) {
		classes.forEach((name, classFile) -> this.classes
			.add(new UnwovenClassFile(name + ".class", name.replace('/', '.'), classFile)));
	}

	/**
	 * Weaves one aspect into classes.
	 * @param aspect the binary name of the aspect
	 * @param classes the classes to weave, by internal name
	 * @param serial whether serializable ones are given the version that they have
	 * @param rewritten class files that stand for those of the same name in the index
	 * @param index where all other classes are found
	 * @return the woven class files, and those that AspectJ generated, by internal name
	 * @throws WeavingException if AspectJ reports an error
	 */
	static Map<String, byte[]> weave(String aspect, Map<String, byte[]> classes, boolean serial,
			Map<String, byte[]> rewritten, ClassIndex index) {
		Map<String, byte[]> found = new HashMap<>(rewritten);
		Map<String, byte[]> marked = new TreeMap<>();
		classes.forEach((name, classFile) -> marked.put(name, WeaverVersion.addTo(classFile)));
		found.putAll(marked);
		try {
			return new AspectWeaver(marked).run(aspect, serial, new Types(found, index));
		}
		catch (IOException ex) {
			throw new WeavingException("Cannot weave field reads: " + ex, ex);
		}
	}

	private Map<String, byte[]> run(String aspect, boolean serial, Types types) throws IOException {
		MessageHandler messages = new MessageHandler();
		BcelWorld world = new BcelWorld(types, messages, null);
		try {
			world.setBehaveInJava5Way(true);
			// The waits add a static initialiser, which must not change the serial form.
			world.setAddSerialVerUID(serial);
			BcelWeaver weaver = new BcelWeaver(world);
			weaver.addLibraryAspect(aspect);
			weaver.prepareForWeave();
			weaver.weave(this);
		}
		catch (RuntimeException | StackOverflowError | AssertionError ex) {
			throw new WeavingException("AspectJ failed: " + ex, ex);
		}
		finally {
			world.tidyUp();
		}
		if (messages.hasAnyMessage(IMessage.ERROR, true)) {
			throw new WeavingException("AspectJ failed: " + Arrays.stream(messages.getMessages(IMessage.ERROR, true))
				.map(AspectWeaver::firstLine)
				.distinct()
				.collect(Collectors.joining("; ")));
		}
		return this.results;
	}

	/** AspectJ prints the whole class if it comes upon an exception. */
	private static String firstLine(IMessage message) {
		Throwable thrown = message.getThrown();
		String text = (thrown != null) ? thrown.toString() : message.getMessage();
		return text.lines().findFirst().orElse("");
	}

	@Override
	public Iterator<UnwovenClassFile> getClassFileIterator() {
		return this.classes.iterator();
	}

	@Override
	public IWeaveRequestor getRequestor() {
		return this;
	}

	@Override
	public boolean isApplyAtAspectJMungersOnly() {
		return false;
	}

	@Override
	public void acceptResult(IUnwovenClassFile result) {
		this.results.put(result.getClassName().replace('.', '/'), result.getBytes());
	}

	@Override
	public void processingReweavableState() {
	}

	@Override
	public void addingTypeMungers() {
	}

	@Override
	public void weavingAspects() {
	}

	@Override
	public void weavingClasses() {
	}

	@Override
	public void weaveCompleted() {
	}

	/**
	 * The types that AspectJ sees: it takes the classes that it weaves from here, too.
	 * Its own are those of the running weaver, whatever the class path has.
	 */
	private static final class Types extends ClassPathManager {

		private final Map<String, byte[]> rewritten;

		private final ClassIndex index;

		Types(Map<String, byte[]> rewritten, ClassIndex index) {
			this.rewritten = rewritten;
			this.index = index;
		}

		@Override
		public @Nullable ClassFile find(UnresolvedType type) {
			String name = type.getName().replace('.', '/');
			byte[] classFile = this.rewritten.get(name);
			if (classFile == null) {
				classFile = name.startsWith("org/aspectj/") ? own(name) : this.index.bytes(name);
			}
			return (classFile != null) ? new FoundClass(name, classFile) : null;
		}

		@NullUnmarked
		private static byte[] own(String name) {
			try (InputStream stream = BcelWeaver.class.getResourceAsStream("/" + name + ".class")) {
				return (stream != null) ? stream.readAllBytes() : null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void closeArchives() {
		}

		@Override
		public String toString() {
			return "the class index";
		}

	}

	/**
	 * A class file that is in memory.
	 */
	private static final class FoundClass extends ClassPathManager.ClassFile {

		private final String name;

		private final byte[] classFile;

		FoundClass(String name, byte[] classFile) {
			this.name = name;
			this.classFile = classFile;
		}

		@Override
		public InputStream getInputStream() {
			return new ByteArrayInputStream(this.classFile);
		}

		@Override
		public String getPath() {
			return this.name + ".class";
		}

		@Override
		public void close() {
		}

	}

}
