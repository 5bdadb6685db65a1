package io.deco.oracle.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.deco.oracle.random.Tree.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Makes a program that diverges smaller, as long as it diverges in the same way.
 * <p>
 * In each round, many single reductions are compiled together and tried. Those that keep
 * the divergence are then made all at once, or half of them, or one.
 */
final class Shrinker {

	private static final int CANDIDATES = 100;

	private static final int ROUNDS = 40;

	private final Grammar grammar;

	private Divergence smallest;

	private Shrinker(Grammar grammar, Divergence divergence) {
		this.grammar = grammar;
		this.smallest = divergence;
	}

	static Divergence shrink(Grammar grammar, Divergence divergence) {
		Shrinker shrinker = new Shrinker(grammar, divergence);
		int position = 0;
		for (int round = 0; round < ROUNDS; round++) {
			List<Reduction> all = shrinker.reductions();
			if (position >= all.size()) {
				break;
			}
			List<Reduction> some = all.subList(position, Math.min(all.size(), position + CANDIDATES));
			position = shrinker.round(some) ? 0 : position + CANDIDATES;
		}
		return shrinker.smallest;
	}

	private boolean round(List<Reduction> reductions) {
		Tree tree = this.smallest.program().tree();
		List<RandomProgram> singles = reductions.stream().map((reduction) -> apply(tree, List.of(reduction))).toList();
		List<RandomProgram> diverging = diverging(singles);
		List<Reduction> good = new ArrayList<>();
		for (int i = 0; i < singles.size(); i++) {
			if (diverging.contains(singles.get(i))) {
				good.add(reductions.get(i));
			}
		}
		for (int size = good.size(); size > 0; size /= 2) {
			if (!diverging(List.of(apply(tree, good.subList(0, size)))).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	private RandomProgram apply(Tree tree, List<Reduction> reductions) {
		Tree reduced = tree;
		for (Reduction reduction : reductions) {
			reduced = reduced.replace(reduction.piece(), reduction.replacement());
		}
		return this.smallest.program().with(reduced);
	}

	/**
	 * Returns the programs that diverge in the same way, and keeps the first.
	 */
	private List<RandomProgram> diverging(List<RandomProgram> programs) {
		List<Divergence> same = new Bench(this.smallest.form(), new Coverage()).divergences(programs)
			.stream()
			.filter((divergence) -> divergence.kind().equals(this.smallest.kind()))
			.toList();
		if (!same.isEmpty()) {
			this.smallest = same.get(0);
		}
		return same.stream().map(Divergence::program).toList();
	}

	/**
	 * All reductions, the greatest first.
	 */
	private List<Reduction> reductions() {
		List<Reduction> reductions = new ArrayList<>();
		this.smallest.program().tree().visit((tree) -> {
			if (tree.kind() == Kind.MEMBER) {
				reductions.add(new Reduction(tree, null));
			}
			else if (tree.kind() == Kind.STATEMENT) {
				addOf(tree, reductions);
			}
			else if (tree.kind() == Kind.EXPRESSION && this.grammar.isType(tree.type())) {
				addOfExpression(tree, reductions);
			}
		});
		reductions.sort(Comparator.comparingInt(Reduction::gain).reversed());
		return reductions;
	}

	private void addOf(Tree statement, List<Reduction> reductions) {
		if (statement.name().equals("twice")) {
			reductions.add(new Reduction(statement, Tree.text(ProgramWriter.ONCE)));
		}
		reductions.add(new Reduction(statement, null));
		for (Tree block : statement.children()) {
			if (block.kind() == Kind.BLOCK) {
				List<Object> statements = new ArrayList<>(block.children());
				reductions.add(new Reduction(statement, new Tree(Kind.BLOCK, "", "", statements)));
			}
		}
	}

	private void addOfExpression(Tree expression, List<Reduction> reductions) {
		if (expression.name().equals("value")) {
			return;
		}
		String value = this.grammar.type(expression.type()).values().get(0);
		reductions
			.add(new Reduction(expression, new Tree(Kind.EXPRESSION, "value", expression.type(), List.of(value))));
		expression.visit((tree) -> {
			if (!tree.equals(expression) && tree.kind() == Kind.EXPRESSION && tree.type().equals(expression.type())
					&& !tree.name().equals("value")) {
				reductions.add(new Reduction(expression, tree));
			}
		});
	}

	/**
	 * Something smaller in place of something.
	 *
	 * @param piece what is replaced
	 * @param replacement what it is replaced by, {@code null} for nothing
	 */
	private record Reduction(Tree piece, @Nullable Tree replacement) {

		int gain() {
			return this.piece.toString().length()
					- ((this.replacement != null) ? this.replacement.toString().length() : 0);
		}

	}

}
