package io.deco.analysis.effects;

import java.util.List;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.ImmutableTypes;
import io.deco.analysis.effects.Effects.Effect.Kind;
import io.deco.analysis.effects.Effects.Effect;
import io.deco.analysis.effects.JdkTable.Line;
import io.deco.analysis.effects.JdkTable.Rule;
import io.deco.analysis.settings.MethodPatterns;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * Decides the effect of one call: from what is promised of the method, from the table of
 * the JDK, or from the byte code of every method that may run.
 */
final class CallEffects {

	private static final String OBJECT = "java/lang/Object";

	private final ClassIndex index;

	private final ImmutableTypes immutableTypes;

	private final JdkTable table = JdkTable.load();

	private final Loggers loggers;

	private final Promises promises;

	private final Dispatch dispatch;

	private final MethodEffects methods;

	CallEffects(ClassIndex index, MethodPatterns sideEffectFree, ImmutableTypes immutableTypes,
			ClassInitialisation initialisation) {
		this.index = index;
		this.immutableTypes = immutableTypes;
		this.loggers = new Loggers(immutableTypes);
		this.promises = new Promises(index, sideEffectFree);
		this.dispatch = new Dispatch(index);
		this.methods = new MethodEffects(new BodyEffects(index, this, immutableTypes, initialisation));
	}

	Effect of(Call call) {
		if (call.owner().startsWith("[")) {
			return ofArray(call);
		}
		Effect logging = this.loggers.of(call);
		if (logging != null) {
			return logging;
		}
		Effect check = KotlinChecks.of(call);
		if (check != null) {
			return check;
		}
		DeclaredMethod resolved = this.index.resolveMethod(call.owner(), call.name(), call.descriptor());
		if (resolved == null) {
			return Effect.observable("calls " + call + ", which is not on the class path");
		}
		if (this.promises.bind(call.owner(), resolved)) {
			return promised(call, resolved, ofCode(call, resolved));
		}
		return ofCode(call, resolved);
	}

	/**
	 * The effect that is known without a promise of the method that is called.
	 */
	private Effect ofCode(Call call, DeclaredMethod resolved) {
		if (isGenerated(resolved)) {
			return Effect.shallow("calls " + call + ", which the compiler made");
		}
		Effect listed = this.index.isPlatform(resolved.type().name) ? listed(call, resolved) : null;
		return (listed != null) ? listed : ofTargets(call, resolved);
	}

	/**
	 * What is promised may read in ways that nobody sees, unless it is known as well, or
	 * is code of another module that is given no object of this one.
	 */
	private Effect promised(Call call, DeclaredMethod method, Effect known) {
		boolean proven = known.kind() == Kind.SHALLOW || known.kind() == Kind.DEEP;
		boolean apart = !this.index.inModule(method.type().name) && !this.index.inModule(call.owner())
				&& isGivenOnlyImmutable(call);
		return new Effect((proven || apart) ? Kind.DEEP : Kind.PROMISED,
				"calls " + call + ", which is promised to be side-effect-free");
	}

	/**
	 * Whether what a call is made on, if anything, and its arguments are immutable.
	 */
	private boolean isGivenOnlyImmutable(Call call) {
		boolean onObject = !call.isStatic() && !call.name().equals("<init>");
		return (!onObject || this.immutableTypes.contains(Type.getObjectType(call.owner())))
				&& call.arguments().stream().allMatch(this.immutableTypes::contains);
	}

	private Effect ofArray(Call call) {
		return call.name().equals("clone") ? Effect.shallow("copies an array")
				: of(new Call(call.opcode(), OBJECT, call.name(), call.descriptor(), call.arguments()).exactly(OBJECT));
	}

	/**
	 * Whether the compiler made the method: {@code values} and {@code valueOf} of an
	 * enum.
	 */
	static boolean isGenerated(DeclaredMethod resolved) {
		ClassNode type = resolved.type();
		String method = resolved.method().name + resolved.method().desc;
		return (type.access & Opcodes.ACC_ENUM) != 0 && (resolved.method().access & Opcodes.ACC_STATIC) != 0
				&& (method.equals("values()[L" + type.name + ';')
						|| method.equals("valueOf(Ljava/lang/String;)L" + type.name + ';'));
	}

	private @Nullable Effect listed(Call call, DeclaredMethod resolved) {
		Line line = this.table.find(resolved.type().name, call.name(), call.descriptor());
		if (line != null && line.rule() == Rule.FREE) {
			return applied(call, line, Kind.SHALLOW);
		}
		if (call.isStatic()) {
			return null;
		}
		for (String type : this.index.hierarchy().selfAndSupertypes(call.owner())) {
			Line above = this.table.find(type, call.name(), call.descriptor());
			if (above != null && (above.rule() == Rule.REVIEWED || above.rule() == Rule.CURSOR)) {
				return applied(call, above, Kind.REVIEWED);
			}
		}
		return null;
	}

	private Effect applied(Call call, Line line, Kind kind) {
		if (!line.coversArguments() && !hasPlainArguments(call)) {
			return Effect.observable("calls " + call + ", which may run methods of its arguments");
		}
		return new Effect(kind, "calls " + call + ", which " + line.reason());
	}

	/**
	 * Whether the methods that the JDK calls on the arguments are the JDK's own or
	 * generated.
	 */
	private boolean hasPlainArguments(Call call) {
		Type[] declared = Type.getArgumentTypes(call.descriptor());
		for (int i = 0; i < declared.length; i++) {
			Type argument = call.arguments().get(i);
			if (!this.immutableTypes.contains(argument)) {
				return false;
			}
			if (Origin.isReference(argument) && !this.index.isPlatform(argument.getInternalName())
					&& !(OBJECT.equals(declared[i].getInternalName()) && hasNoOrder(argument))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether values of a type have no order, or one that is not the program's.
	 */
	boolean hasNoOrder(Type type) {
		return this.index.isAssignable(type.getInternalName(), "java/lang/Enum")
				|| !this.index.isAssignable(type.getInternalName(), "java/lang/Comparable");
	}

	private Effect ofTargets(Call call, DeclaredMethod resolved) {
		Dispatch.Targets targets = this.dispatch.of(call, resolved);
		if (targets.obstacle() != null) {
			return Effect.observable("calls " + call + ", which " + targets.obstacle());
		}
		Effect effect = Effect.shallow("calls " + call + ", whose byte code shows no effect");
		for (DeclaredMethod target : targets.methods()) {
			effect = effect.and(ofTarget(call, target));
		}
		return effect;
	}

	private Effect ofTarget(Call call, DeclaredMethod target) {
		String owner = target.type().name;
		if (this.index.isPlatform(owner)) {
			Line line = this.table.find(owner, call.name(), call.descriptor());
			return (line != null && (line.rule() == Rule.EXACT || line.rule() == Rule.FREE))
					? applied(call, line, Kind.SHALLOW)
					: Effect.observable("calls " + call + ", which is not known to be side-effect-free");
		}
		Effect body = ofBody(target);
		if (this.promises.bind(owner, target)) {
			return promised(call, target, body);
		}
		String name = Call.readable(owner, call.name());
		return body.isObservable() ? Effect.observable("calls " + name + ", which " + body.reason()) : body;
	}

	/**
	 * The effect of running a method's code, and for the constructor of an exception, of
	 * the method that the JDK's own constructor calls.
	 */
	private Effect ofBody(DeclaredMethod target) {
		Effect effect = this.methods.of(target);
		if (target.method().name.equals("<init>")
				&& this.index.isAssignable(target.type().name, "java/lang/Throwable")) {
			DeclaredMethod fill = this.index.resolveMethod(target.type().name, "fillInStackTrace",
					"()Ljava/lang/Throwable;");
			if (fill != null && !this.index.isPlatform(fill.type().name)) {
				return effect.and(this.methods.of(fill));
			}
		}
		return effect;
	}

	/**
	 * The effect of running a static initialiser.
	 */
	Effect ofInitialiser(DeclaredMethod initialiser) {
		return this.methods.of(initialiser);
	}

	/**
	 * Whether what is being followed is a part of the static initialiser of a class.
	 */
	boolean isInitialising(String type) {
		return this.methods.isInitialising(type);
	}

	boolean movesReceiver(String owner, String name, String descriptor) {
		return isListed(Rule.CURSOR, owner, name, descriptor);
	}

	boolean stores(String owner, String name, String descriptor) {
		return isListed(Rule.STORE, owner, name, descriptor);
	}

	boolean inserts(String owner, String name, String descriptor) {
		return isListed(Rule.INSERT, owner, name, descriptor);
	}

	private boolean isListed(Rule rule, String owner, String name, String descriptor) {
		for (String type : this.index.hierarchy().selfAndSupertypes(owner)) {
			Line line = this.table.find(type, name, descriptor);
			if (line != null && line.rule() == rule) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a call is free on a JDK object that nobody else can see, although it may
	 * change it. A line for stores says nothing of what a class does with the argument: a
	 * builder prints it, a sorted set compares it.
	 */
	boolean isFreeOnOwn(Call call, String type, List<Origin> arguments) {
		DeclaredMethod resolved = this.index.resolveMethod(type, call.name(), call.descriptor());
		Line line = (resolved != null) ? this.table.find(resolved.type().name, call.name(), call.descriptor()) : null;
		if (line != null && (line.rule() == Rule.OWN || line.rule() == Rule.STORE)) {
			return (line.rule() == Rule.OWN && line.coversArguments()) || hasPlainArguments(call);
		}
		return of(call).kind() == Kind.REVIEWED && arguments.stream().allMatch(this::isPlain);
	}

	private boolean isPlain(Origin argument) {
		return !argument.isReference() || (argument.isFresh() && argument.platform())
				|| (argument.type() != null && this.immutableTypes.contains(argument.type()));
	}

}
