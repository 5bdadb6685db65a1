package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.List;

import io.deco.oracle.random.Production.Hole;
import io.deco.oracle.random.Tree.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Fills one form.
 */
final class Filling {

	private final CodeWriter writer;

	private final Production form;

	private final String type;

	private final int depth;

	private final Context outer;

	/** What the pieces see: also what this form declares for them. */
	private final Context context;

	private final String id;

	private @Nullable String picked;

	private @Nullable Variable declared;

	Filling(CodeWriter writer, Production form, String type, int depth, Context outer) {
		this.writer = writer;
		this.form = form;
		this.type = type;
		this.depth = depth;
		this.outer = outer;
		this.context = outer.copy();
		this.id = writer.fresh();
	}

	/**
	 * Returns nothing if there is no variable of a type that the form needs.
	 */
	@Nullable Tree fill(Kind kind) {
		List<Object> parts = new ArrayList<>();
		for (Object part : this.form.parts()) {
			if (!(part instanceof Hole hole)) {
				parts.add(part);
			}
			else if (!fill(hole, parts)) {
				return null;
			}
		}
		if (kind == Kind.STATEMENT) {
			parts.add("\n");
		}
		if (this.declared != null) {
			this.outer.variables.add(this.declared);
		}
		return new Tree(kind, this.form.type() + " " + this.form.name(), (kind == Kind.EXPRESSION) ? this.type : "",
				parts);
	}

	private boolean fill(Hole hole, List<Object> parts) {
		String about = hole.argument().equals("T") ? this.type : hole.argument();
		return switch (hole.kind()) {
			case "!T" -> parts.add(this.type);
			case "@T" -> parts.add(this.writer.grammar().type(this.type).boxed());
			case "id" -> parts.add(this.id);
			case "it" -> parts.add(this.id + "n");
			case "new", "fixed" -> {
				boolean fixed = hole.kind().equals("fixed");
				this.declared = new Variable(this.id + "n", about, !fixed, fixed);
				yield parts.add(this.id + "n");
			}
			case "see" -> this.context.variables.add(new Variable(this.id, about, false, false));
			case "var" -> addName(parts, this.writer.variable(about, this.context, true));
			case "pickvar" -> addName(parts, pick(about, true));
			case "pick" -> addName(parts, pick(about, false));
			case "p" -> addName(parts, this.picked);
			case "lv" -> addAll(parts, this.writer.target(about, this.context));
			case "k" -> parts.add(String.valueOf(this.writer.random().nextInt(4)));
			case "idx" -> addIndex(parts);
			case "tag" -> parts.add("\"" + this.id + " \"");
			case "class" -> parts.add(RandomProgram.NAME);
			case "call" -> addTree(parts, this.writer.call(about, this.depth, this.context));
			case "calls" -> addCallingFunction(parts, hole.argument());
			case "voidcall" -> addTree(parts, this.writer.call("void", this.depth, this.context));
			case "helper" -> addRoutine(parts, about);
			case "in" -> parts.add(this.writer.expression(about, this.depth - 1, this.context.inLambda()));
			case "fn" -> addFunction(parts, hole.argument());
			case "ret" -> this.context.result.equals("void")
					|| parts.add(this.writer.expression(this.context.result, this.depth - 1, this.context));
			default -> addCode(hole, parts);
		};
	}

	private boolean addCode(Hole hole, List<Object> parts) {
		switch (hole.kind()) {
			case "block" -> parts.add(this.writer.block(this.context, 3));
			case "loop" -> parts.add(this.writer.block(this.context.inLoop(), 3));
			case "quiet" -> parts.add(this.writer.block(this.context.withoutJumps(), 2));
			case "lambda" -> parts.add(this.writer.block(this.context.inLambda(), 3));
			case "label" -> {
				String label = "l" + this.id;
				this.context.labels.add(label);
				parts.add(label);
			}
			case "jump" -> {
				if (this.context.labels.isEmpty()) {
					return false;
				}
				parts.add((this.writer.chance(50) ? "break " : "continue ") + this.writer.pick(this.context.labels));
			}
			default -> parts.add(this.writer.hole(hole, this.type, this.depth - 1, this.context));
		}
		return true;
	}

	private @Nullable String pick(String about, boolean assigned) {
		this.picked = this.writer.variable(about, this.context, assigned);
		return this.picked;
	}

	private void addConstant(List<Object> parts) {
		parts.add(String.valueOf(this.writer.random().nextInt(2)));
	}

	/**
	 * Indexes are mostly good ones.
	 */
	private boolean addIndex(List<Object> parts) {
		if (this.writer.chance(50)) {
			addConstant(parts);
		}
		else {
			parts.add("(");
			parts.add(this.writer.expression("int", this.depth - 2, this.context));
			parts.add(" & 1)");
		}
		return true;
	}

	private boolean addFunction(List<Object> parts, String signature) {
		int arrow = signature.indexOf('>');
		Context lambda = this.context.inLambda();
		String parameter = this.writer.fresh();
		lambda.variables.add(new Variable(parameter, signature.substring(0, arrow), false, true));
		parts.add(parameter + " -> ");
		return parts.add(this.writer.expression(signature.substring(arrow + 1), this.depth - 1, lambda));
	}

	/**
	 * A lambda that makes a call, mostly of what it is given.
	 */
	private boolean addCallingFunction(List<Object> parts, String signature) {
		int arrow = signature.indexOf('>');
		Context lambda = this.context.inLambda();
		List<String> parameters = new ArrayList<>();
		for (String parameter : signature.substring(0, arrow).split(",", -1)) {
			String name = this.writer.fresh();
			lambda.variables.add(new Variable(name, parameter, false, true));
			parameters.add(name);
		}
		parts.add("(" + String.join(", ", parameters) + ") -> ");
		return addTree(parts, this.writer.call(signature.substring(arrow + 1), this.depth, lambda));
	}

	private boolean addRoutine(List<Object> parts, String result) {
		List<Routine> routines = this.writer.routines(result, this.context);
		return !routines.isEmpty()
				&& parts.add(this.writer.routine(this.writer.pick(routines), this.depth, this.context));
	}

	private static boolean addName(List<Object> parts, @Nullable String name) {
		return name != null && parts.add(name);
	}

	private static boolean addTree(List<Object> parts, @Nullable Tree tree) {
		return tree != null && parts.add(tree);
	}

	private static boolean addAll(List<Object> parts, @Nullable List<Object> more) {
		return more != null && parts.addAll(more);
	}

}
