package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.deco.oracle.random.Production.Hole;
import io.deco.oracle.random.Tree.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Writes expressions, statements and blocks that compile, by filling the forms of the
 * grammar.
 */
final class CodeWriter {

	private static final int ATTEMPTS = 12;

	private static final int NESTING = 2;

	private static final int PLANTED_DEPTH = 2;

	private final Grammar grammar;

	private final Random random;

	/** The concurrent methods that are called. */
	private final List<ServiceMethod> services;

	private int names;

	CodeWriter(Grammar grammar, Random random, List<ServiceMethod> services) {
		this.grammar = grammar;
		this.services = services;
		this.random = random;
	}

	Random random() {
		return this.random;
	}

	Grammar grammar() {
		return this.grammar;
	}

	String fresh() {
		return "v" + this.names++;
	}

	<T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	Tree expression(String type, int depth, Context context) {
		if (depth > 0) {
			int kind = this.random.nextInt(100);
			if (kind < 30) {
				Tree call = call(type, depth, context);
				if (call != null) {
					return call;
				}
			}
			if (kind < (this.grammar.type(type).isMutable() ? 50 : 75)) {
				Tree filled = form(this.grammar.expressions(type), type, depth, context);
				if (filled != null) {
					return filled;
				}
			}
		}
		if (type.equals("boolean") && chance(60)) {
			// else too many conditions would be known
			return new Tree(Kind.EXPRESSION, "leaf", type,
					List.of("(", leaf("int", context), chance(50) ? " < " : " != ", leaf("int", context), ")"));
		}
		return leaf(type, context);
	}

	private @Nullable Tree form(List<Production> forms, String type, int depth, Context context) {
		for (int i = 0; i < ATTEMPTS; i++) {
			Production form = weighted(forms);
			if (form != null && isAllowed(form, context)) {
				Tree filled = new Filling(this, form, type, depth, context).fill(Kind.EXPRESSION);
				if (filled != null) {
					return filled;
				}
			}
		}
		return null;
	}

	private @Nullable Production weighted(List<Production> forms) {
		int sum = forms.stream().mapToInt(Production::weight).sum();
		int choice = (sum > 0) ? this.random.nextInt(sum) : 0;
		for (Production form : forms) {
			choice -= form.weight();
			if (choice < 0) {
				return form;
			}
		}
		return null;
	}

	private boolean isAllowed(Production form, Context context) {
		return isPossible(form, context) && !(form.has('r') && chance(80));
	}

	private static boolean isPossible(Production form, Context context) {
		if (context.pure && (form.has('m') || form.has('e') || form.has('d'))) {
			return false;
		}
		if (form.has('b') && context.nesting >= NESTING) {
			return false;
		}
		if (form.has('l') && (context.loops == 0 || !context.jumps)) {
			return false;
		}
		return !(form.has('j') && !context.jumps);
	}

	/**
	 * A variable, a field or a value.
	 */
	Tree leaf(String type, Context context) {
		String name = null;
		if (chance(85)) {
			name = variable(type, context, false);
		}
		if (name == null && chance(60)) {
			List<Variable> fields = context.fields.stream().filter((field) -> field.type().equals(type)).toList();
			name = fields.isEmpty() ? null : pick(fields).name();
		}
		String text = (name != null) ? name : pick(this.grammar.type(type).values());
		return new Tree(Kind.EXPRESSION, (name != null) ? "leaf" : "value", type, List.of(text));
	}

	@Nullable String variable(String type, Context context, boolean assigned) {
		List<Variable> variables = context.variables.stream()
			.filter((variable) -> variable.type().equals(type) && (!assigned || variable.assigned()))
			.toList();
		return variables.isEmpty() ? null : pick(variables).name();
	}

	/**
	 * What may be assigned: a local, a field of the program or of a node.
	 */
	@Nullable List<Object> target(String type, Context context) {
		List<Object> targets = new ArrayList<>();
		context.fields.stream().filter((field) -> field.type().equals(type) && field.assigned()).forEach((field) -> {
			targets.add(List.of(field.name()));
			targets.add(List.of(field.name()));
		});
		String attribute = NodeFields.of(type);
		if (attribute != null) {
			targets.add(List.of(leaf("Node", context), "." + attribute));
		}
		if (targets.isEmpty()) {
			String local = variable(type, context, true);
			return (local != null) ? List.of(local) : null;
		}
		@SuppressWarnings("unchecked") // all that was added above
		List<Object> target = (List<Object>) pick(targets);
		return target;
	}

	/**
	 * A call of a concurrent method or of a method of the program.
	 */
	@Nullable Tree call(String type, int depth, Context context) {
		if (context.pure) {
			return null;
		}
		List<ServiceMethod> services = this.services.stream()
			.filter((service) -> service.result().equals(type) && (context.checked || !service.has('C')))
			.toList();
		List<Routine> routines = routines(type, context);
		if (!routines.isEmpty() && (services.isEmpty() || chance(30))) {
			return routine(pick(routines), depth, context);
		}
		return services.isEmpty() ? null : service(pick(services), depth, context);
	}

	List<Routine> routines(String type, Context context) {
		return context.routines.stream()
			.filter((routine) -> routine.result().equals(type) && (context.checked || !routine.checked())
					&& (context.loops == 0 || !routine.looping()))
			.toList();
	}

	Tree routine(Routine routine, int depth, Context context) {
		return call(routine.concurrent() ? "routine concurrent" : "routine", routine.name(), routine.result(),
				routine.parameters(), depth, context);
	}

	private Tree service(ServiceMethod service, int depth, Context context) {
		String receiver = variable("Service", context, false);
		return call("service " + service.result() + " " + service.name(),
				((receiver != null && chance(40)) ? receiver : "service") + "." + service.name(), service.result(),
				service.parameterTypes(), depth, context);
	}

	private Tree call(String form, String name, String result, List<String> parameters, int depth, Context context) {
		List<Object> parts = new ArrayList<>();
		parts.add(name + "(");
		for (String parameter : parameters) {
			int count = parameter.endsWith("...") ? this.random.nextInt(3) : 1;
			for (int i = 0; i < count; i++) {
				if (parts.size() > 1) {
					parts.add(", ");
				}
				parts.add(argument(parameter.replace("...", ""), depth - 1, context));
			}
		}
		parts.add(")");
		return new Tree(Kind.EXPRESSION, form, result, parts);
	}

	/**
	 * Objects are mostly lent that other code uses too.
	 */
	private Tree argument(String type, int depth, Context context) {
		boolean shared = this.grammar.type(type).isMutable() && chance(70);
		return shared ? leaf(type, context) : expression(type, depth, context);
	}

	Tree block(Context outer, int most) {
		Context context = outer.copy();
		context.nesting++;
		List<Object> parts = new ArrayList<>();
		parts.add("{\n");
		addStatements(parts, context, 1 + this.random.nextInt(most));
		parts.add("}\n");
		return new Tree(Kind.BLOCK, "", "", parts);
	}

	/**
	 * Adds statements; what they declare is in reach afterwards.
	 */
	void addStatements(List<Object> parts, Context context, int count) {
		for (int i = 0; i < count; i++) {
			Tree statement = statement(context);
			if (statement != null) {
				parts.add(statement);
			}
		}
	}

	private @Nullable Tree statement(Context context) {
		for (int i = 0; i < ATTEMPTS; i++) {
			Production form = weighted(this.grammar.statements());
			if (form != null && isAllowed(form, context)) {
				String type = type(form.type(), context);
				Tree filled = new Filling(this, form, type, 1 + this.random.nextInt(3), context).fill(Kind.STATEMENT);
				if (filled != null) {
					return filled;
				}
			}
		}
		return null;
	}

	/**
	 * Adds a statement of a form, or one that declares what an expression of a form
	 * yields, if there is a way to.
	 */
	void add(Production form, boolean isExpression, List<Object> parts, Context context) {
		if (!isPossible(form, context)) {
			return;
		}
		if (!isExpression) {
			Filling filling = new Filling(this, form, type(form.type(), context), PLANTED_DEPTH, context);
			Tree filled = filling.fill(Kind.STATEMENT);
			if (filled != null) {
				parts.add(filled);
			}
			return;
		}
		String type = pick(this.grammar.types().stream().filter((candidate) -> candidate.allows(form)).toList()).name();
		Tree filled = new Filling(this, form, type, PLANTED_DEPTH, context).fill(Kind.EXPRESSION);
		if (filled != null) {
			String name = fresh();
			parts.add(new Tree(Kind.STATEMENT, "any declare", "", List.of(type + " " + name + " = ", filled, ";\n")));
			context.variables.add(new Variable(name, type, true, false));
		}
	}

	private String type(String about, Context context) {
		List<ValueType> types = this.grammar.types()
			.stream()
			.filter((type) -> !about.equals("shown") || type.isShown())
			.filter((type) -> !context.pure || !(type.isCode() || type.isMutable()))
			.toList();
		// numbers and strings are what most programs compute with
		return chance(30) ? pick(List.of("int", "int", "long", "String")) : pick(types).name();
	}

	Object hole(Hole hole, String type, int depth, Context context) {
		return expression(hole.kind().equals("T") ? type : hole.kind(), depth, context);
	}

}
