package io.deco.analysis.effects;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ImmutableTypes;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.settings.MethodPatterns;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * What a call may do that others could observe.
 * <p>
 * It is free of effects if it is promised to be, by an annotation, a pattern or the table
 * of reviewed JDK methods, or if the byte code of everything that it may run shows it.
 * All else may be observed. A wrong "free" is a wrong answer at run time, a wrong
 * "observable" only costs time: every doubt is decided for the latter.
 */
public final class Effects {

	private static final Set<String> NUMBERS = Set.of("java/math/BigDecimal", "java/math/BigInteger");

	private final ClassIndex index;

	private final ImmutableTypes immutableTypes;

	private final CallEffects calls;

	private final ClassInitialisation initialisation;

	private final DynamicCallEffects dynamicCalls;

	private final ConstructorLeaks constructorLeaks;

	private final Map<Call, Effect> known = new ConcurrentHashMap<>();

	public Effects(ClassIndex index) {
		this(index, MethodPatterns.NONE);
	}

	/**
	 * Creates an analysis of effects.
	 * @param index all classes
	 * @param sideEffectFree methods that are promised to be so
	 */
	public Effects(ClassIndex index, MethodPatterns sideEffectFree) {
		this.index = index;
		this.immutableTypes = new ImmutableTypes(index);
		this.initialisation = new ClassInitialisation(index);
		this.calls = new CallEffects(index, sideEffectFree, this.immutableTypes, this.initialisation);
		this.dynamicCalls = new DynamicCallEffects(this.immutableTypes, this.initialisation, this.calls);
		this.constructorLeaks = new ConstructorLeaks(index, this);
	}

	/**
	 * The effect of a call instruction, if no more is known of its arguments than their
	 * declared types. Does not include initialising the owner of a static method.
	 * @param opcode INVOKEVIRTUAL, INVOKESPECIAL, INVOKESTATIC or INVOKEINTERFACE
	 * @param owner the static type of the receiver, or of a static method
	 * @param name the name of the method
	 * @param descriptor its descriptor
	 * @return the effect
	 */
	public Effect ofCall(int opcode, String owner, String name, String descriptor) {
		return ofCall(opcode, owner, name, descriptor, List.of(Type.getArgumentTypes(descriptor)));
	}

	/**
	 * The effect of a call instruction with arguments whose types are known better than
	 * the method declares them. With a key of type String, for example,
	 * {@code Map.containsKey(Object)} runs no code of the user.
	 * @param opcode INVOKEVIRTUAL, INVOKESPECIAL, INVOKESTATIC or INVOKEINTERFACE
	 * @param owner the static type of the receiver, or of a static method
	 * @param name the name of the method
	 * @param descriptor its descriptor
	 * @param arguments the types of the arguments, without the receiver
	 * @return the effect
	 */
	public Effect ofCall(int opcode, String owner, String name, String descriptor, List<Type> arguments) {
		Call call = new Call(opcode, owner, name, descriptor, List.copyOf(arguments));
		Effect effect = this.known.get(call);
		if (effect == null) {
			effect = this.calls.of(call);
			this.known.put(call, effect);
		}
		return effect;
	}

	/**
	 * Whether a REVIEWED call moves its receiver, an iterator, on. That is free only as
	 * long as no code but the loop, and no handler of an exception, can see the iterator.
	 */
	public boolean movesReceiver(String owner, String name, String descriptor) {
		return this.calls.movesReceiver(owner, name, descriptor);
	}

	/**
	 * Whether a method of the JDK stores its last argument in its receiver, and does no
	 * more. That holds for objects of the reviewed classes.
	 */
	public boolean stores(String owner, String name, String descriptor) {
		return this.calls.stores(owner, name, descriptor);
	}

	/**
	 * Whether a method of the JDK inserts what its last argument makes, unless there is a
	 * value, and returns the value. That holds for objects of the reviewed classes.
	 */
	public boolean inserts(String owner, String name, String descriptor) {
		return this.calls.inserts(owner, name, descriptor);
	}

	/**
	 * The effect of initialising a class or interface (new, getstatic, invokestatic).
	 * @param owner the class that is initialised, if it is not yet
	 * @param from the class whose code does it
	 * @return the effect, SHALLOW or OBSERVABLE
	 */
	public Effect ofInitialisation(String owner, String from) {
		return this.initialisation.of(owner, from, this.calls);
	}

	/**
	 * The effect of an {@code invokedynamic} that makes a lambda or prepares a switch
	 * over patterns.
	 * @param instruction the instruction
	 * @param from the class whose code it is
	 */
	Effect ofLinkage(InvokeDynamicInsnNode instruction, String from) {
		return (instruction.bsm.getOwner().equals(DynamicCallEffects.LAMBDAS))
				? this.dynamicCalls.lambda(instruction, from) : this.dynamicCalls.patternSwitch(instruction, from);
	}

	/**
	 * Whether every value of a type, and all that it holds, can never change and runs no
	 * user code in toString, equals and hashCode.
	 */
	public boolean isImmutable(Type type) {
		return this.immutableTypes.contains(type);
	}

	/**
	 * Whether hashing values of a type, and comparing those with the same hash, runs no
	 * code of the program. A {@link java.util.HashMap} asks keys for their order if many
	 * hash alike.
	 */
	public boolean isHashed(Type type) {
		return isImmutable(type) && (isKnownToJdk(type) || this.calls.hasNoOrder(type));
	}

	/**
	 * Whether every value of a type is immutable, and of a class of the JDK.
	 */
	public boolean isKnownToJdk(Type type) {
		return isImmutable(type) && (Types.isPrimitive(type) || this.index.isPlatform(type.getInternalName()));
	}

	/**
	 * Whether a type is one of the JDK's numbers that could be extended, and no class on
	 * the class path does: its values then are as immutable as those of {@code String}.
	 */
	public boolean isNumber(Type type) {
		return type.getSort() == Type.OBJECT && NUMBERS.contains(type.getInternalName())
				&& this.index.subtypes(type.getInternalName()).isEmpty();
	}

	/**
	 * Whether a constructor without effect may hand on the object that it makes.
	 */
	boolean leaksItself(String owner, String descriptor) {
		return this.constructorLeaks.contain(owner, descriptor);
	}

	CallEffects calls() {
		return this.calls;
	}

	/**
	 * What a call may do.
	 *
	 * @param kind how far its effects go
	 * @param reason why, to be read after the name of the caller: "writes field
	 * Cart.total"
	 */
	public record Effect(Kind kind, String reason) {

		static Effect observable(String reason) {
			return new Effect(Kind.OBSERVABLE, reason);
		}

		static Effect shallow(String reason) {
			return new Effect(Kind.SHALLOW, reason);
		}

		/**
		 * Whether others may notice that the code ran, or change what it reads.
		 */
		public boolean isObservable() {
			return this.kind == Kind.OBSERVABLE;
		}

		/**
		 * Whether it is known, for objects of any class, that there is none.
		 */
		public boolean isNone() {
			return this.kind.compareTo(Kind.REVIEWED) < 0;
		}

		/**
		 * The stronger of two effects of code that runs both.
		 */
		Effect and(Effect other) {
			return (other.kind.compareTo(this.kind) > 0) ? other : this;
		}

		/**
		 * What a call may do, weakest first.
		 */
		public enum Kind {

			/**
			 * Side-effect-free; reads at most what its receiver and arguments themselves
			 * hold.
			 */
			SHALLOW,

			/** Side-effect-free; may read whatever can be reached. */
			DEEP,

			/**
			 * As DEEP, but only promised: it may also read fields by other means than its
			 * byte code, or in another thread.
			 */
			PROMISED,

			/**
			 * SHALLOW if, at run time, receiver and reference arguments are null or of a
			 * reviewed JDK class.
			 */
			REVIEWED,

			/** May be observed. */
			OBSERVABLE

		}

	}

}
