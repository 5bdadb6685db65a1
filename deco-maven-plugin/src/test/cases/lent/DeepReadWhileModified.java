package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call of pure code reads far into what a pending call modifies. */
public class DeepReadWhileModified extends Case {

	Service service = service(new Service());

	final Tree tree = new Tree(new Tree(null));

	@Override
	@Synchronized
	public Object run() {
		Tree root = new Tree(new Tree(new Tree(null)));
		service.grow(root);
		int a = root.sum();
		service.grow(root);
		int b = sum(root);
		service.grow(tree);
		int c = sum();
		service.grow(tree);
		int d = tree.child.value;
		List<Tree> trees = List.of(root, tree);
		service.grow(trees);
		int e = trees.get(1).sum();
		service.grow(trees);
		return List.of(a, b, c, d, e, trees.hashCode() == trees.hashCode());
	}

	private static int sum(Tree tree) {
		return (tree != null) ? tree.value + sum(tree.child) : 0;
	}

	private int sum() {
		return tree.value + tree.child.value;
	}

	static final class Tree {

		final Tree child;

		int value;

		Tree(Tree child) {
			this.child = child;
		}

		int sum() {
			return value + ((child != null) ? child.sum() : 0);
		}

	}

	static class Service {

		@Concurrent
		void grow(Tree tree) {
			for (Tree t = tree; t != null; t = t.child) {
				t.value++;
			}
		}

		@Concurrent
		void grow(List<Tree> trees) {
			trees.forEach(this::grow);
		}

	}

}
