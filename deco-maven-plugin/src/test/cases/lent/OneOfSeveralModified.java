package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A method that a call makes modifies one of the parts that it is given, and chooses which. */
public class OneOfSeveralModified extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell left = new Cell(1);
		Cell right = new Cell(2);
		Pair pair = new Pair(left, right);
		service.choose(pair, true); // forks
		int a = right.value;
		service.swap(pair); // forks
		int b = right.value;
		service.absorb(pair); // forks
		int c = right.value;
		service.reduce(List.of(left, right)); // forks
		int d = left.value;
		return List.of(a, b, c, d);
	}

	static class Cell {

		int value;

		Cell(int value) {
			this.value = value;
		}

		int absorb(Cell other) {
			Cell larger = (other.value > this.value) ? other : this;
			larger.value += 10;
			return larger.value;
		}

	}

	record Pair(Cell left, Cell right) {
	}

	static class Service {

		@Concurrent
		void choose(Pair pair, boolean forth) {
			increment(pair.left, pair.right, forth);
		}

		private static void increment(Cell from, Cell to, boolean forth) {
			Cell target = (forth) ? to : from;
			target.value++;
		}

		@Concurrent
		void swap(Pair pair) {
			merge(pair.left, pair.right);
		}

		private static void merge(Cell small, Cell large) {
			if (small.value < large.value) {
				Cell other = small;
				small = large;
				large = other;
			}
			small.value += large.value;
		}

		@Concurrent
		int absorb(Pair pair) {
			return pair.left.absorb(pair.right);
		}

		@Concurrent
		void reduce(List<Cell> cells) {
			cells.stream().reduce((first, second) -> {
				Cell smaller = (first.value < second.value) ? first : second;
				smaller.value += 10;
				return second;
			});
		}

	}

}
