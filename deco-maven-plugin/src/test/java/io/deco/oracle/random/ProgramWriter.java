package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.deco.oracle.random.Tree.Kind;

/**
 * Writes whole programs: a class with fields, methods that start tasks, methods that do
 * not, and a service with the concurrent methods that are called.
 */
final class ProgramWriter {

	/**
	 * Whether tasks read and change what their arguments refer to.
	 */
	static final boolean DEEP = Boolean.getBoolean("oracle.deep");

	private static final Pattern METHOD = Pattern.compile("^\t\t\\w+ (\\w+)\\(.*\\) \\{$", Pattern.MULTILINE);

	/** Forms that each program has because it is their turn, so that none is rare. */
	private static final int IN_TURN = 3;

	/** Runs the program once. */
	static final String ONCE = "return m0(input, this.service);\n";

	private static final String TWICE = """
			Object first;
			try {
			first = m0(input, this.service);
			}
			catch (RuntimeException ex) {
			effect("failed " + ex.getClass().getSimpleName());
			first = ex;
			}
			return new Object[] { first, m0(input + 1, this.service) };
			""";

	private final Grammar grammar;

	private final long seed;

	private final CodeWriter code;

	private final List<Variable> fields = new ArrayList<>();

	private final List<Routine> routines = new ArrayList<>();

	private final List<Tree> members = new ArrayList<>();

	private final List<Tree> services = new ArrayList<>();

	private final List<Tree> reset = new ArrayList<>();

	private ProgramWriter(Grammar grammar, long seed) {
		this.grammar = grammar;
		this.seed = seed;
		// neighbouring seeds would start alike
		Random random = new Random(seed * 0x9E3779B97F4A7C15L);
		boolean modifying = random.nextBoolean();
		this.code = new CodeWriter(grammar, random,
				grammar.services()
					.stream()
					.filter((service) -> (modifying || !service.isModifying()) && (DEEP || !service.has('D')))
					.toList());
	}

	static RandomProgram write(Grammar grammar, long seed) {
		return new RandomProgram(seed, new ProgramWriter(grammar, seed).program());
	}

	private Tree program() {
		addFields();
		addServices();
		addHelpers();
		if (this.code.chance(70)) {
			addSynchronized("m2");
		}
		if (this.code.chance(30)) {
			addSynchronized("m1");
		}
		addMain();
		List<Object> parts = new ArrayList<>();
		parts.add("@Inputs(" + RandomProgram.INPUTS + ")\npublic class " + RandomProgram.NAME + " extends Case {\n\n");
		parts.addAll(this.members);
		parts.add("@Override\npublic Object run() throws Throwable {\n");
		parts.addAll(this.reset);
		parts.add(this.code.chance(50) ? Tree.text(ONCE) : new Tree(Kind.STATEMENT, "twice", "", List.of(TWICE)));
		parts.add("}\n\n");
		Tree used = new Tree(Kind.TEXT, "", "", parts);
		parts.addAll(service(used));
		parts.addAll(shared(new Tree(Kind.TEXT, "", "", parts)));
		parts.add("}\n");
		return new Tree(Kind.TEXT, "program", "", parts);
	}

	private void addFields() {
		int count = 5 + this.code.random().nextInt(6);
		for (int i = 0; i < count; i++) {
			ValueType type = this.code.chance(40) ? this.grammar.type(this.code.pick(List.of("int", "Node", "String")))
					: this.code.pick(this.grammar.types());
			String value = this.code.pick(type.values());
			boolean shared = this.code.chance(25);
			boolean fixed = !shared && this.code.chance(8);
			String modifiers = shared ? "static " : fixed ? "final " : this.code.chance(5) ? "volatile " : "";
			if (shared) {
				this.reset.add(new Tree(Kind.STATEMENT, "reset", "", List.of("f" + i + " = " + value + ";\n")));
			}
			String initial = shared ? "" : " = " + value;
			this.members.add(member("field", modifiers + type.name() + " f" + i + initial + ";\n\n"));
			this.fields.add(new Variable("f" + i, type.name(), !fixed, true));
		}
		this.members.add(Tree.text("Service service = service(new Service());\n\n"));
	}

	private static Tree member(String name, Object... parts) {
		return new Tree(Kind.MEMBER, name, "", List.of(parts));
	}

	/**
	 * Adds concurrent methods that compute something from their arguments.
	 */
	private void addServices() {
		int count = this.code.random().nextInt(4);
		for (int i = 0; i < count; i++) {
			Context context = new Context();
			context.pure = true;
			context.result = resultType();
			List<String> parameters = parameters(context, false);
			String name = "g" + i;
			Tree method = method("@Concurrent\npublic " + context.result + " " + name, parameters, "", context, 3);
			this.services.add(new Tree(Kind.MEMBER, "service random", "", method.parts()));
			this.routines.add(new Routine("service." + name, context.result, types(parameters), false, false, true));
		}
	}

	private void addHelpers() {
		int count = this.code.random().nextInt(3);
		for (int i = 0; i < count; i++) {
			boolean pure = this.code.chance(40);
			Context context = pure ? new Context() : context();
			context.pure = pure;
			context.result = this.code.chance(pure ? 0 : 35) ? "void" : resultType();
			List<String> parameters = parameters(context, !pure);
			String modifiers = pure ? "private static " : this.code.chance(70) ? "private " : "";
			String name = "h" + i;
			this.members.add(method(modifiers + context.result + " " + name, parameters, "", context, 3));
			this.routines.add(new Routine(name, context.result, types(parameters), false, !pure, false));
		}
	}

	private void addSynchronized(String name) {
		Context context = context();
		context.checked = true;
		context.result = this.code.chance(25) ? "void" : resultType();
		List<String> parameters = parameters(context, true);
		this.members.add(method("@Synchronized\n" + context.result + " " + name, parameters,
				this.code.chance(50) ? " throws CheckedFailure" : " throws CheckedFailure, IllegalStateException",
				context, 4));
		this.routines.add(new Routine(name, context.result, types(parameters), true, true, false));
	}

	private void addMain() {
		Context context = context();
		context.checked = true;
		context.result = "Object";
		context.variables.add(new Variable("p0", "int", true, false));
		context.variables.add(new Variable("other", "Service", false, false));
		List<Object> body = new ArrayList<>();
		addObjects(body, context);
		this.code.addStatements(body, context, 2 + this.code.random().nextInt(4));
		addFormsInTurn(body, context);
		this.code.addStatements(body, context, 1 + this.code.random().nextInt(4));
		List<Object> parts = new ArrayList<>();
		parts.add("@Synchronized\nObject m0(int p0, Service other) throws CheckedFailure {\n");
		parts.add(new Tree(Kind.BLOCK, "", "", body));
		parts.add("return new Object[] { ");
		context.variables.stream()
			.filter((variable) -> !variable.type().equals("Service"))
			.forEach((variable) -> parts.add(new Tree(Kind.STATEMENT, "result", "", List.of(variable.name() + ", "))));
		parts.add("};\n}\n\n");
		this.members.add(new Tree(Kind.MEMBER, "synchronized", "", parts));
	}

	/**
	 * Adds objects and numbers for the program to work on, and second names of some.
	 */
	private void addObjects(List<Object> body, Context context) {
		List<String> types = new ArrayList<>(List.of("int", "int", "long", "String", "Node", "List<Integer>", "int[]"));
		types.add(this.code
			.pick(List.of("double", "byte", "char", "float", "boolean", "Deque<Integer>", "Iterator<Integer>")));
		for (int i = 0; i < 4; i++) {
			types.add(this.code.pick(this.grammar.types()).name());
		}
		types.addAll(List.of("Node", "List<Integer>", this.code.pick(types), this.code.pick(types)));
		for (String type : types) {
			boolean fixed = this.code.chance(20);
			String name = this.code.fresh();
			body.add(new Tree(Kind.STATEMENT, "any declare", "", List
				.of((fixed ? "final " : "") + type + " " + name + " = ", this.code.leaf(type, context), ";\n")));
			context.variables.add(new Variable(name, type, !fixed, fixed));
		}
	}

	private void addFormsInTurn(List<Object> body, Context context) {
		List<Production> expressions = this.grammar.expressions();
		List<Production> statements = this.grammar.statements();
		for (int i = 0; i < IN_TURN; i++) {
			int turn = (int) Math.floorMod(this.seed * IN_TURN + i, (long) (expressions.size() + statements.size()));
			boolean isExpression = turn < expressions.size();
			this.code.add(isExpression ? expressions.get(turn) : statements.get(turn - expressions.size()),
					isExpression, body, context);
		}
	}

	private Context context() {
		Context context = new Context();
		context.fields.addAll(this.fields);
		context.routines.addAll(this.routines);
		context.variables.add(new Variable("input", "int", false, true));
		return context;
	}

	private String resultType() {
		return this.code.chance(50) ? this.code.pick(List.of("int", "long", "String", "Node"))
				: this.code.pick(this.grammar.types()).name();
	}

	private List<String> parameters(Context context, boolean code) {
		List<String> parameters = new ArrayList<>();
		int count = this.code.random().nextInt(4);
		while (parameters.size() < count) {
			ValueType type = this.code.pick(this.grammar.types());
			if (code || !(type.isCode() || type.name().equals("Object"))) {
				String name = this.code.fresh();
				parameters.add(type.name() + " " + name);
				context.variables.add(new Variable(name, type.name(), true, false));
			}
		}
		return parameters;
	}

	private static List<String> types(List<String> parameters) {
		return parameters.stream().map((parameter) -> parameter.substring(0, parameter.indexOf(' '))).toList();
	}

	private Tree method(String header, List<String> parameters, String thrown, Context context, int statements) {
		List<Object> body = new ArrayList<>();
		this.code.addStatements(body, context, 1 + this.code.random().nextInt(statements));
		List<Object> parts = new ArrayList<>();
		parts.add(header + "(" + String.join(", ", parameters) + ")" + thrown + " {\n");
		parts.add(new Tree(Kind.BLOCK, "", "", body));
		if (!context.result.equals("void")) {
			parts.add("return ");
			parts.add(this.code.expression(context.result, 2, context));
			parts.add(";\n");
		}
		parts.add("}\n\n");
		return new Tree(Kind.MEMBER, "method", "", parts);
	}

	/**
	 * Returns the service with the methods that are called.
	 */
	private List<Object> service(Tree program) {
		Set<String> called = new LinkedHashSet<>();
		program.visit((tree) -> called.add(tree.name()));
		if (called.contains("service int recurse")) {
			called.add("service int echo");
		}
		List<Object> parts = new ArrayList<>();
		int limit = this.code.pick(List.of(5, 17, 100, 1000, 1000, 1000));
		parts.add("static class Service {\n\nstatic final int LIMIT = " + limit + ";\n\n");
		parts.add("""
				private static int bad(int a) {
				if (Math.floorMod(a, LIMIT) == 1) {
				throw new Failure("bad " + a);
				}
				return a;
				}

				""");
		for (ServiceMethod method : this.grammar.services()) {
			String name = "service " + method.result() + " " + method.name();
			if (called.contains(name)) {
				parts.add(member(name, method.source()));
			}
		}
		parts.addAll(this.services);
		parts.add("}\n\n");
		return parts;
	}

	/**
	 * Returns the classes and methods that are mentioned.
	 */
	private List<Tree> shared(Tree program) {
		Set<Tree> shared = new LinkedHashSet<>();
		int before = -1;
		StringBuilder text = new StringBuilder(program.toString());
		while (before < shared.size()) {
			before = shared.size();
			for (Map.Entry<String, String> member : this.grammar.members().entrySet()) {
				boolean known = shared.stream().anyMatch((tree) -> tree.name().equals(member.getKey()));
				if (!known && text.indexOf(member.getKey()) >= 0) {
					shared.add(pieces(member.getKey(), member.getValue(), text));
					text.append(member.getValue());
				}
			}
		}
		return List.copyOf(shared);
	}

	/**
	 * Makes each paragraph a piece of its own, for the shrinker to leave out.
	 */
	private static Tree pieces(String name, String source, StringBuilder program) {
		List<Object> parts = new ArrayList<>();
		for (String paragraph : source.split("\n\n", -1)) {
			Matcher method = METHOD.matcher(paragraph);
			boolean used = !method.find() || program.indexOf("." + method.group(1) + "(") >= 0
					|| program.indexOf("::" + method.group(1)) >= 0;
			if (parts.isEmpty()) {
				parts.add(paragraph + "\n\n");
			}
			else if (used) {
				parts.add(member("", paragraph + "\n\n"));
			}
		}
		return new Tree(Kind.MEMBER, name, "", parts);
	}

}
