package io.deco.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A class loader of the classes of one program.
 */
public final class Classes extends ClassLoader {

	private final Map<String, byte[]> files;

	Classes(Map<String, byte[]> files) {
		super(Classes.class.getClassLoader());
		this.files = new TreeMap<>(files);
	}

	void replace(Map<String, byte[]> woven) {
		this.files.putAll(woven);
	}

	/**
	 * Loads, verifies and initialises every class.
	 */
	public List<Class<?>> all() {
		List<Class<?>> classes = new ArrayList<>();
		for (String name : this.files.keySet()) {
			try {
				classes.add(Class.forName(name, true, this));
			}
			catch (ExceptionInInitializerError | NoClassDefFoundError ex) {
				// the case wants it so
			}
			catch (ClassNotFoundException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return classes;
	}

	public Class<?> load(String name) {
		try {
			return Class.forName(name, false, this);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		byte @Nullable [] file = this.files.get(name);
		if (file == null) {
			throw new ClassNotFoundException(name);
		}
		return defineClass(name, file, 0, file.length);
	}

}
