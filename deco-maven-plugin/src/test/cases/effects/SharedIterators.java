package cases.effects;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** An iterator that others hold is moved on only after the calls before have ended. */
@Inputs(4)
public class SharedIterators extends Case {

	Service service = service(new Service());

	static Iterator<Integer> shared;

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
		List<Object> results = new ArrayList<>();
		for (int way = 0; way < 5; way++) {
			shared = list.iterator();
			try {
				results.add(switch (way) {
					case 0 -> sum(() -> shared);
					case 1 -> sum(new Once(shared));
					case 2 -> sum(Same.ONLY);
					case 3 -> sumOfStatic();
					default -> sumOfCall();
				});
			}
			catch (Failure ex) {
				results.add(ex.getMessage());
			}
			int left = 0;
			while (shared.hasNext()) {
				left += shared.next();
			}
			results.add(left);
		}
		return results;
	}

	@Synchronized
	int sum(Iterable<Integer> once) {
		int total = 0;
		for (int i : once) {
			total += service.call(i);
		}
		return total;
	}

	@Synchronized
	int sum(Once once) {
		int total = 0;
		for (int i : once) {
			total += service.call(i);
		}
		return total;
	}

	@Synchronized
	int sumOfStatic() {
		int total = 0;
		for (Iterator<Integer> iterator = Static.iterator(); iterator.hasNext();) {
			total += service.call(iterator.next());
		}
		return total;
	}

	@Synchronized
	int sumOfCall() {
		int total = 0;
		for (Iterator<Integer> iterator = service.iterator(); iterator.hasNext();) {
			total += service.call(iterator.next());
		}
		return total;
	}

	static class Once implements Iterable<Integer> {

		final Iterator<Integer> iterator;

		Once(Iterator<Integer> iterator) {
			this.iterator = iterator;
		}

		@Override
		public Iterator<Integer> iterator() {
			return iterator;
		}
	}

	static class Static {

		static Iterator<Integer> iterator() {
			return shared;
		}

	}

	enum Same implements Iterable<Integer> {

		ONLY;

		@Override
		public Iterator<Integer> iterator() {
			return shared;
		}

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		Iterator<Integer> iterator() {
			return shared;
		}

	}

}
