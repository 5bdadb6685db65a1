package io.deco.weave;

import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Says in a user's words why a class cannot be written, and what to do.
 */
final class ClassLimits {

	private ClassLimits() {
	}

	static String explain(Throwable failure) {
		if (failure instanceof ClassTooLargeException) {
			return "woven, it would have more constants than a class file can hold";
		}
		if (failure instanceof MethodTooLargeException large) {
			return "woven, its method " + large.getMethodName() + " would be larger than a class file can hold";
		}
		return "weaving it failed: " + failure;
	}

	static String cure(Throwable failure) {
		if (failure instanceof ClassTooLargeException) {
			return "split the class";
		}
		return (failure instanceof MethodTooLargeException) ? "split the method"
				: "report this class to the deco project";
	}

}
