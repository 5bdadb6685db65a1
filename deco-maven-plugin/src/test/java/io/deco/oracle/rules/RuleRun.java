package io.deco.oracle.rules;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import io.deco.oracle.AnnotatedBean;
import io.deco.oracle.Backend;
import io.deco.oracle.Snapshot;
import io.deco.runtime.ConcurrentBeans;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * One run of the program of a rule.
 *
 * @param rule the rule
 * @param situation what is pending
 * @param target the operand that a pending call modifies, or in which a pending store
 * stores, -1 for an object that is none of the operands
 * @param failing whether the pending call fails
 */
record RuleRun(RuleModule.Rule rule, Situation situation, int target, boolean failing) {

	/**
	 * All runs of a rule.
	 */
	static List<RuleRun> of(RuleModule.Rule rule) {
		List<RuleRun> runs = new ArrayList<>();
		for (Situation situation : Situation.of(rule.program())) {
			int operands = (situation.kind() == Situation.Kind.MODIFIER || situation.kind() == Situation.Kind.STORE)
					? rule.program().operands().size() : 0;
			for (int target = -1; target < operands; target++) {
				if (target < 0 || rule.program().operands().get(target).isReference()) {
					runs.add(new RuleRun(rule, situation, target, false));
					runs.add(new RuleRun(rule, situation, target, true));
				}
			}
		}
		return runs;
	}

	/**
	 * Runs the program as it was written.
	 */
	String plain() throws ReflectiveOperationException {
		return run(this.rule.plain(), null);
	}

	/**
	 * Runs the woven program.
	 * @param executor runs its tasks
	 */
	String woven(Executor executor) throws ReflectiveOperationException {
		return run(this.rule.woven(), executor);
	}

	private String run(Map<String, byte[]> classes, @Nullable Executor executor) throws ReflectiveOperationException {
		String name = this.rule.name().replace('/', '.');
		RuleLoader loader = new RuleLoader(classes);
		Class<?> type = Class.forName(name, true, loader);
		Class<?> subjects = Class.forName(Subjects.class.getName(), true, loader);
		Object instance = type.getDeclaredConstructor().newInstance();
		register(instance, executor);
		List<Object> arguments = new ArrayList<>();
		for (Operand operand : this.rule.program().operands()) {
			Object value = operand.type().equals(RuleClass.SELF) ? instance
					: subjects.getMethod("value", String.class).invoke(null, operand.type().getDescriptor());
			type.getField("value" + arguments.size()).set(instance, value);
			register(value, executor);
			arguments.add(value);
		}
		type.getField("failing").set(instance, this.failing);
		Object target = (this.target >= 0) ? arguments.get(this.target) : new int[3];
		Object queue = (target instanceof List<?>) ? target : new ArrayList<Object>();
		arguments.add(target);
		arguments.add(queue);
		Snapshot snapshot = new Snapshot();
		String outcome = invoke(type, instance, arguments, snapshot);
		return outcome + "\n" + snapshot.render(arguments) + "\n" + snapshot.render(instance) + "\n"
				+ snapshot.renderStatics(type) + "\n" + snapshot.renderStatics(subjects);
	}

	private static void register(Object bean, @Nullable Executor executor) {
		if (executor != null && bean.getClass().getClassLoader() instanceof RuleLoader) {
			ConcurrentBeans.register(bean, new AnnotatedBean(bean.getClass(), executor, Backend.of(executor)));
		}
	}

	private String invoke(Class<?> type, Object instance, List<Object> arguments, Snapshot snapshot)
			throws IllegalAccessException {
		Method method = find(type);
		try {
			Object result = method.invoke(instance, arguments.toArray());
			return "returned " + render(result, snapshot);
		}
		catch (InvocationTargetException ex) {
			return "threw " + snapshot.render(ex.getCause());
		}
	}

	private static String render(@Nullable Object result, Snapshot snapshot) {
		boolean plain = result != null && result.getClass() == Object.class;
		return plain ? "an object"
				: snapshot.render((result != null && result.getClass().isArray() && Array.getLength(result) == 0)
						? "empty " + Type.getDescriptor(result.getClass()) : result);
	}

	private Method find(Class<?> type) {
		for (Method method : type.getMethods()) {
			if (method.getName().equals(this.situation.method())) {
				return method;
			}
		}
		throw new IllegalStateException(this.rule + " has no method " + this.situation.method());
	}

	@Override
	public String toString() {
		return this.rule + ", " + this.situation.method() + ((this.target >= 0) ? " on operand " + this.target : "")
				+ (this.failing ? ", failing" : "");
	}

}
