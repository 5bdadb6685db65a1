package io.deco.analysis.effects;

import java.util.List;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Reads from a method's byte code which of its arguments it may modify, and which it
 * certainly writes to.
 * <p>
 * An argument, and all that is reached through it, is only read as long as it is used for
 * reading fields, elements and side-effect-free calls. Once it is stored, captured or
 * passed to any other code, it may be modified.
 */
public final class ArgumentWrites {

	private final ClassIndex index;

	private final Effects effects;

	private final ObjectStores stores;

	private final CallWrites calls;

	public ArgumentWrites(ClassIndex index, FunctionTypes functions, Effects effects) {
		this.index = index;
		this.effects = effects;
		this.stores = new ObjectStores(index, effects);
		this.calls = new CallWrites(index, functions, new CalledMethods(index, this::ofCalled));
	}

	/**
	 * What is known of a concurrent method.
	 */
	public Written of(DeclaredMethod declared) {
		return of(declared, true);
	}

	/**
	 * What is known of the lambdas of the module that a concurrent method may be.
	 */
	public Written ofFunctions(String owner, String name, String descriptor) {
		return this.calls.ofFunctions(owner, name, descriptor);
	}

	/**
	 * What is known of a method that is called. A library keeps so many objects of its
	 * own, made for everything that it is given, that it is only followed as far as it
	 * shows what it modifies by itself.
	 */
	private Written ofCalled(DeclaredMethod declared) {
		boolean module = this.index.inModule(declared.type().name);
		Written written = of(declared, module);
		return module ? written : new Written(written.maybe(), written.visibly(), written.parts(), 0);
	}

	private Written of(DeclaredMethod declared, boolean followed) {
		MethodNode method = declared.method();
		if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
			return Written.UNKNOWN;
		}
		try {
			MadeObjects made = new MadeObjects();
			Frame<Origin>[] frames = followed ? this.stores.follow(declared, made)
					: MethodOrigins.of(this.index, declared);
			Written written = Written.NOTHING;
			for (int i = 0; i < frames.length; i++) {
				// No frame: the code is never reached
				if (frames[i] != null) {
					written = written.and(of(method.instructions.get(i), frames[i], made));
				}
			}
			return written;
		}
		catch (AnalyzerException ex) {
			return Written.UNSEEN;
		}
	}

	private Written of(AbstractInsnNode instruction, Frame<Origin> frame, MadeObjects made) {
		return switch (instruction.getOpcode()) {
			case Opcodes.PUTFIELD -> store(MethodOrigins.top(frame, 1), MethodOrigins.top(frame, 0), made);
			case Opcodes.AASTORE, Opcodes.IASTORE, Opcodes.LASTORE, Opcodes.FASTORE, Opcodes.DASTORE, Opcodes.BASTORE,
					Opcodes.CASTORE, Opcodes.SASTORE ->
				store(MethodOrigins.top(frame, 2), MethodOrigins.top(frame, 0), made);
			case Opcodes.PUTSTATIC, Opcodes.ARETURN, Opcodes.ATHROW, Opcodes.MONITORENTER, Opcodes.MONITOREXIT ->
				handOver(MethodOrigins.top(frame, 0), made);
			case Opcodes.INVOKEDYNAMIC ->
				dynamic((InvokeDynamicInsnNode) instruction, MethodOrigins.operands(instruction, frame), made);
			case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
				call((MethodInsnNode) instruction, MethodOrigins.operands(instruction, frame), made);
			default -> Written.NOTHING;
		};
	}

	/**
	 * The target is written to, and the value can be reached through it from now on.
	 */
	private Written store(Origin target, Origin value, MadeObjects made) {
		return handOver(value, made).and(written(target));
	}

	/**
	 * What it means that an object is modified. That it is one of several parameters
	 * counts as if each were modified.
	 */
	static Written written(Origin target) {
		boolean visible = target.role() == Origin.Role.PARAMETER;
		return new Written(target.parameters(), visible ? target.parameters() : 0,
				target.isReached() ? target.parameters() : 0, 0);
	}

	private Written handOver(Origin value, MadeObjects made) {
		boolean immutable = value.type() != null && this.effects.isImmutable(value.type());
		return (!value.isReference() || immutable) ? Written.NOTHING : new Written(made.reachable(value), 0, 0, 0);
	}

	private Written handOver(List<Origin> values, MadeObjects made) {
		return values.stream().map((value) -> handOver(value, made)).reduce(Written.NOTHING, Written::and);
	}

	private Written dynamic(InvokeDynamicInsnNode dynamic, List<Origin> captured, MadeObjects made) {
		return handOver(captured, made).and(this.calls.of(dynamic, captured, made));
	}

	private Written call(MethodInsnNode call, List<Origin> operands, MadeObjects made) {
		Written result = this.calls.ofResult(call);
		return ObjectStores.isFree(this.effects, call, operands) ? result
				: result.and(handOver(operands, made)).and(this.calls.of(call, operands, made));
	}

	/**
	 * Which parameters are written to.
	 *
	 * @param maybe bit i: parameter i, or what it holds, may be modified
	 * @param visibly bit i: a field or element of parameter i itself, or of one of
	 * several that it is among, is written
	 * @param parts bit i: a field or element of something reached through parameter i is
	 * written
	 * @param unseen bit i: parameter i, or what it holds, is given to code of the program
	 * that may modify it, but could not be followed
	 */
	public record Written(long maybe, long visibly, long parts, long unseen) {

		/** Modifies no argument. */
		public static final Written NOTHING = new Written(0, 0, 0, 0);

		/** Bit of the receiver, besides those of parameters. */
		static final long RECEIVER = Long.MIN_VALUE;

		/** May modify every argument and what it holds. */
		public static final Written UNKNOWN = new Written(-1L, 0, 0, 0);

		static final Written UNSEEN = new Written(-1L, 0, 0, -1L);

		/**
		 * What two pieces of code modify together.
		 */
		public Written and(Written other) {
			return new Written(this.maybe | other.maybe, this.visibly | other.visibly, this.parts | other.parts,
					this.unseen | other.unseen);
		}

	}

}
