package io.deco.weave;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.aspectj.bridge.IMessage;
import org.aspectj.bridge.MessageHandler;
import org.aspectj.weaver.IClassFileProvider;
import org.aspectj.weaver.IUnwovenClassFile;
import org.aspectj.weaver.IWeaveRequestor;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.UnwovenClassFile;
import org.jspecify.annotations.Nullable;

/**
 * Runs AspectJ's weaver in this process, without loading the classes that it weaves.
 * <p>
 * The weaver finds every type on its class path and forgets types when memory is short,
 * so rewritten classes are staged in a folder that comes first on it.
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
	 * @param rewritten class files that stand for those of the same name on the class
	 * path
	 * @param classPath where all other classes are found
	 * @return the woven class files, and those that AspectJ generated, by internal name
	 * @throws WeavingException if AspectJ reports an error
	 */
	static Map<String, byte[]> weave(String aspect, Map<String, byte[]> classes, Map<String, byte[]> rewritten,
			List<Path> classPath) {
		try {
			Path staging = Files.createTempDirectory("deco");
			try {
				stage(rewritten, staging);
				return new AspectWeaver(classes).run(aspect, searchPath(staging, classPath));
			}
			finally {
				delete(staging);
			}
		}
		catch (IOException ex) {
			throw new WeavingException("Cannot weave field reads: " + ex, ex);
		}
	}

	private Map<String, byte[]> run(String aspect, List<String> searchPath) throws IOException {
		MessageHandler messages = new MessageHandler();
		BcelWorld world = new BcelWorld(searchPath, messages, null);
		try {
			world.setBehaveInJava5Way(true);
			// The waits add a static initialiser, which must not change the serial form.
			world.setAddSerialVerUID(true);
			BcelWeaver weaver = new BcelWeaver(world);
			weaver.addLibraryAspect(aspect);
			weaver.prepareForWeave();
			weaver.weave(this);
		}
		catch (RuntimeException ex) {
			throw new WeavingException("AspectJ failed to weave the reads of awaited fields: " + ex, ex);
		}
		finally {
			world.tidyUp();
		}
		if (messages.hasAnyMessage(IMessage.ERROR, true)) {
			throw new WeavingException("AspectJ refused to weave the reads of awaited fields: "
					+ Arrays.stream(messages.getMessages(IMessage.ERROR, true))
						.map(IMessage::toString)
						.collect(Collectors.joining("; ")));
		}
		return this.results;
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

	private static List<String> searchPath(Path staging, List<Path> classPath) {
		List<String> searchPath = new ArrayList<>();
		searchPath.add(staging.toString());
		classPath.forEach((path) -> searchPath.add(path.toString()));
		searchPath.add(aspectJ().toString());
		searchPath.add(Path.of(System.getProperty("java.home"), "lib", "jrt-fs.jar").toString());
		return searchPath;
	}

	private static Path aspectJ() {
		try {
			CodeSource source = BcelWeaver.class.getProtectionDomain().getCodeSource();
			return Path.of(source.getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void stage(Map<String, byte[]> classes, Path folder) throws IOException {
		for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
			Path file = folder.resolve(entry.getKey() + ".class");
			Files.createDirectories(file.getParent());
			Files.write(file, entry.getValue());
		}
	}

	private static void delete(Path folder) throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) throws IOException {
				Files.delete(directory);
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
