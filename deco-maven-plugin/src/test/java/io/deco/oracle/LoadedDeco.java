package io.deco.oracle;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Deco and the oracle, loaded anew, with some classes changed.
 */
final class LoadedDeco extends URLClassLoader {

	private final Map<String, byte[]> changed;

	/**
	 * Loads deco.
	 * @param changed the class files that take the place of others, by binary name
	 */
	LoadedDeco(Map<String, byte[]> changed) {
		super(urls(), LoadedDeco.class.getClassLoader());
		this.changed = changed;
	}

	private static URL[] urls() {
		return classPath().map(LoadedDeco::url).toArray(URL[]::new);
	}

	/**
	 * Where all is loaded from.
	 */
	static Stream<Path> classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).map(Path::of);
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (!name.startsWith("io.deco.")) {
			return super.loadClass(name, resolve);
		}
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : findClass(name);
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		byte @Nullable [] file = this.changed.get(name);
		return (file != null) ? defineClass(name, file, 0, file.length) : super.findClass(name);
	}

	/**
	 * Weaves a module.
	 * @param module the module
	 * @return the class files that weaving changed
	 * @throws ExecutionException if weaving fails
	 * @throws TimeoutException if it does not end
	 */
	@SuppressWarnings("unchecked") // as Mutant declares it
	Map<String, byte[]> weave(CaseModule module) throws ExecutionException, TimeoutException {
		Object woven = call("weave", module.classes());
		return (woven != null) ? (Map<String, byte[]>) woven : Map.of();
	}

	/**
	 * Compares a woven case with the same case unwoven.
	 * @param name the case
	 * @param plain the class files of its module
	 * @param woven those that weaving changed
	 * @param schedule how its tasks run
	 * @return how they differ, {@code null} if they do not
	 * @throws ExecutionException if the case cannot be run
	 * @throws TimeoutException if that does not end
	 */
	@Nullable String difference(String name, Map<String, byte[]> plain, Map<String, byte[]> woven, String schedule)
			throws ExecutionException, TimeoutException {
		return (String) call("difference", name, CaseModule.of(name, plain), CaseModule.of(name, woven), schedule);
	}

	/**
	 * Compares the programs of all rules.
	 * @return the first run that differs, {@code null} if none does
	 * @throws ExecutionException if they cannot be woven
	 * @throws TimeoutException if that does not end
	 */
	@Nullable String rules() throws ExecutionException, TimeoutException {
		return (String) call("rules");
	}

	/**
	 * Calls a method of {@link Mutant}, in a thread of its own, since what is broken may
	 * never end.
	 */
	private @Nullable Object call(String name, Object... arguments) throws ExecutionException, TimeoutException {
		FutureTask<@Nullable Object> task = new FutureTask<>(() -> {
			try {
				return method(name).invoke(null, arguments);
			}
			catch (InvocationTargetException ex) {
				throw (ex.getCause() instanceof Exception cause) ? cause : ex;
			}
		});
		Thread thread = new Thread(task, "mutant");
		thread.setDaemon(true);
		thread.start();
		try {
			return task.get(5, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Method method(String name) throws ReflectiveOperationException {
		Method method = Stream.of(loadClass(Mutant.class.getName()).getDeclaredMethods())
			.filter((each) -> each.getName().equals(name) && !Modifier.isPrivate(each.getModifiers()))
			.findFirst()
			.orElseThrow(NoSuchMethodException::new);
		method.setAccessible(true);
		return method;
	}

}
