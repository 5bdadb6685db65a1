package io.deco.analysis.classpath;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Knows which types and members code in a class may use, as the JVM checks it.
 */
public final class Access {

	private Access() {
	}

	/**
	 * Whether code in a class can name a type.
	 */
	public static boolean isAccessible(Type type, String from, ClassIndex index) {
		Type element = (type.getSort() == Type.ARRAY) ? type.getElementType() : type;
		if (Types.isPrimitive(element)) {
			return true;
		}
		String name = element.getInternalName();
		var declared = index.find(name);
		return samePackage(name, from) || (declared != null && (declared.access & Opcodes.ACC_PUBLIC) != 0);
	}

	/**
	 * Whether code in a class may use a member on objects of that class only, since the
	 * member is protected and of another package.
	 * @param access the access flags of the member
	 * @param declaring the class that declares it
	 * @param from the class in which the code is
	 * @return {@code true} for a protected member of another package
	 */
	public static boolean isOnlyForOwn(int access, String declaring, String from) {
		return (access & Opcodes.ACC_PROTECTED) != 0 && !samePackage(declaring, from);
	}

	private static boolean samePackage(String first, String second) {
		return packageOf(first).equals(packageOf(second));
	}

	private static String packageOf(String name) {
		return name.substring(0, Math.max(0, name.lastIndexOf('/')));
	}

}
