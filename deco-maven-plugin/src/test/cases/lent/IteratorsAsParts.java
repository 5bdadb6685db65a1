package cases.lent;

import java.util.Iterator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call moves an iterator that is a part of its argument; its own iterators are nobody else's. */
public class IteratorsAsParts extends Case {

	Service service = service(new Service());

	List<Integer> numbers = List.of(1, 2);

	Iterator<Integer> rest = numbers.iterator();

	@Override
	@Synchronized
	public Object run() {
		Source source = new Source(rest, numbers);
		service.skip(source); // forks
		service.skip(source); // forks
		boolean left = rest.hasNext();
		int sum = service.sum(source); // forks
		return List.of(left, sum); // waits: sum
	}

	record Source(Iterator<Integer> rest, List<Integer> numbers) {
	}

	static class Service {

		@Concurrent
		void skip(Source source) {
			source.rest.next();
		}

		@Concurrent
		int sum(Source source) {
			int sum = 0;
			for (int number : source.numbers) {
				sum += number;
			}
			return sum;
		}

	}

}
