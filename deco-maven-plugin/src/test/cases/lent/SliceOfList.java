package cases.lent;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/**
 * A list of the program that shows a part of another one: who is given it sees what is
 * stored in the other, and what is stored in it is seen in the other.
 */
public class SliceOfList extends Case {

	private final Service service = service(new Service());

	@Override
	public Object run() {
		return List.of(modified(new ArrayList<>(List.of(1, 2))), stored(new ArrayList<>(List.of(1, 2))));
	}

	@Synchronized
	int modified(List<Integer> base) {
		Slice slice = new Slice(base);
		this.service.fill(slice); // forks
		return base.size();
	}

	@Synchronized
	int stored(List<Integer> base) {
		Slice slice = new Slice(base);
		base.set(1, this.service.next(4)); // forks
		return this.service.sum(slice); // forks; waits: sum
	}

	static class Slice extends AbstractList<Integer> {

		private final List<Integer> base;

		Slice(List<Integer> base) {
			this.base = base;
		}

		@Override
		public Integer get(int index) {
			return this.base.get(1 + index);
		}

		@Override
		public void add(int index, Integer element) {
			this.base.add(1 + index, element);
		}

		@Override
		public int size() {
			return this.base.size() - 1;
		}

	}

	static class Service {

		@Concurrent
		public void fill(List<Integer> list) {
			list.add(5);
		}

		@Concurrent
		public int next(int number) {
			return number + 1;
		}

		@Concurrent
		public int sum(List<Integer> list) {
			return list.stream().mapToInt(Integer::intValue).sum();
		}

	}

}
