package io.deco.weave;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import io.deco.analysis.ClassIndex;

/**
 * Makes every read of an {@code @Awaited} field in a module wait for the pending write to
 * it, by weaving {@code io.deco.aspect.FieldReadAspect} into the classes that read one.
 * <p>
 * A read that is not woven would silently see an old value. So the reads are counted, and
 * a class in which AspectJ wove fewer waits than there are reads fails the build. They
 * are counted in what AspectJ wrote: it blanks out code that is never reached.
 */
public final class FieldReadWeaver {

	private static final String ASPECT = "io/deco/aspect/FieldReadAspect";

	private final ClassIndex index;

	/**
	 * Creates a weaver for the classes of a module.
	 * @param index the module, in its pristine form
	 */
	public FieldReadWeaver(ClassIndex index) {
		this.index = index;
	}

	/**
	 * Weaves the field reads of all classes of the module.
	 * @param rewritten the classes that differ from their pristine form, by internal name
	 * @return the rewritten classes, and those that read awaited fields in their woven
	 * form, sorted by name
	 * @throws WeavingException if a read cannot be woven
	 */
	public Map<String, byte[]> weave(Map<String, byte[]> rewritten) {
		Map<String, byte[]> result = new TreeMap<>(rewritten);
		AwaitedFields awaited = new AwaitedFields(this.index, rewritten.values());
		Map<String, byte[]> readers = new TreeMap<>();
		for (String name : moduleClasses(rewritten)) {
			byte[] classFile = rewritten.getOrDefault(name, this.index.bytes(name));
			int count = (classFile != null) ? countReads(awaited, classFile) : 0;
			if (classFile != null && count > 0 && count != countWaits(classFile)) {
				readers.put(name, classFile);
			}
		}
		if (readers.isEmpty()) {
			return result;
		}
		requireAspect();
		Map<String, byte[]> woven = AspectWeaver.weave(ASPECT.replace('/', '.'), readers, rewritten, this.index);
		if (!woven.keySet().equals(readers.keySet())) {
			throw new WeavingException("AspectJ wove " + woven.keySet() + " instead of " + readers.keySet() + ".");
		}
		readers.forEach((name, before) -> check(awaited, name, before, woven.get(name)));
		result.putAll(woven);
		return result;
	}

	private Set<String> moduleClasses(Map<String, byte[]> rewritten) {
		Set<String> names = new TreeSet<>(this.index.moduleClasses());
		names.addAll(rewritten.keySet());
		return names;
	}

	private void requireAspect() {
		if (this.index.bytes(ASPECT) == null) {
			throw new WeavingException("The class path has no " + ASPECT.replace('/', '.')
					+ ", which the woven classes need. Add the dependency io.deco:deco-spring-boot-starter.");
		}
	}

	private static int countReads(AwaitedFields awaited, byte[] classFile) {
		try {
			return awaited.countReads(classFile);
		}
		catch (RuntimeException ex) {
			// Such a class cannot be loaded either, or is newer than ASM: it was not
			// woven, and the weaver has remarked on it.
			return 0;
		}
	}

	private static void check(AwaitedFields awaited, String name, byte[] before, byte @Nullable [] after) {
		byte[] woven = Objects.requireNonNull(after, name);
		int reads = awaited.countReads(woven);
		int waits = countWaits(woven) - countWaits(before);
		if (waits != reads) {
			throw new WeavingException("AspectJ made " + waits + " of " + reads + " reads of awaited fields wait in "
					+ name.replace('/', '.') + "; the others would see values that are still pending."
					+ " Declare those fields volatile: they are then written after waiting.");
		}
	}

	private static int countWaits(byte[] classFile) {
		int[] waits = new int[1];
		new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9) {

			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
					String @Nullable [] exceptions) {
				return new MethodVisitor(Opcodes.ASM9) {

					@Override
					public void visitMethodInsn(int opcode, String owner, String method, String type,
							boolean isInterface) {
						if (opcode == Opcodes.INVOKEVIRTUAL && owner.equals(ASPECT)) {
							waits[0]++;
						}
					}

				};
			}

		}, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
		return waits[0];
	}

}
