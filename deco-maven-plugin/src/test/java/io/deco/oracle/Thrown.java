package io.deco.oracle;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares exceptions. Messages and lines of those that the JVM makes itself may differ;
 * the woven one may have more suppressed exceptions than the plain one.
 */
final class Thrown {

	private static final Set<Class<?>> MADE_BY_THE_JVM = Set.of(NullPointerException.class, ClassCastException.class,
			ArrayStoreException.class, ArrayIndexOutOfBoundsException.class, NegativeArraySizeException.class,
			ArithmeticException.class, IncompatibleClassChangeError.class, StackOverflowError.class);

	private Thrown() {
	}

	/**
	 * Renders an exception without its causes and fields: type, message, and the topmost
	 * line of its stack that is a case's.
	 */
	static String render(Throwable throwable) {
		if (MADE_BY_THE_JVM.contains(throwable.getClass())) {
			return throwable.getClass().getName();
		}
		Optional<StackTraceElement> line = Arrays.stream(throwable.getStackTrace())
			.filter((element) -> element.getClassName().startsWith(Program.PACKAGE))
			.findFirst();
		return throwable.getClass().getName() + ": " + throwable.getMessage() + " at "
				+ line.map(Thrown::render).orElse("?");
	}

	private static String render(StackTraceElement element) {
		String line = (element.getFileName() != null) ? ":" + element.getLineNumber() : "";
		// not the method: weaving moves instructions into methods of its own
		return element.getClassName() + line;
	}

	/**
	 * Whether all that is suppressed under a plain exception is so, in order, under the
	 * woven one too, and nothing is suppressed under itself.
	 */
	static boolean keepsSuppressed(Throwable plain, Throwable woven) {
		Deque<String> expected = new ArrayDeque<>();
		for (Throwable suppressed : plain.getSuppressed()) {
			expected.add(render(suppressed));
		}
		for (Throwable suppressed : woven.getSuppressed()) {
			if (Objects.equals(expected.peek(), render(suppressed))) {
				expected.remove();
			}
		}
		return expected.isEmpty() && !isCyclic(woven, List.of());
	}

	private static boolean isCyclic(Throwable throwable, List<Throwable> above) {
		Set<Throwable> path = Collections.newSetFromMap(new IdentityHashMap<>());
		path.addAll(above);
		if (!path.add(throwable)) {
			return true;
		}
		List<Throwable> below = List.copyOf(path);
		return Arrays.stream(throwable.getSuppressed()).anyMatch((suppressed) -> isCyclic(suppressed, below));
	}

}
