package cases.alone;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** What a stream is made of may be a concurrent bean, so that making it is a call. */
public class ConcurrentStream extends Case {

	Remote remote = service(new Remote());

	@Override
	@Synchronized
	public Object run() {
		int sum = 0;
		for (Collection<Integer> numbers : List.of(List.of(1, 2), remote)) {
			Stream<Integer> stream = numbers.stream(); // forks
			List<Integer> priced = stream.map((number) -> remote.price(number)).toList(); // sequential; waits: stream
			sum += priced.size() + priced.get(0);
		}
		return sum;
	}

	static class Remote extends AbstractCollection<Integer> {

		@Concurrent
		int price(int number) {
			return 10 * number;
		}

		@Override
		@Concurrent
		public Stream<Integer> stream() {
			return Stream.of(3, 4, 5);
		}

		@Override
		public Iterator<Integer> iterator() {
			return List.of(3, 4, 5).iterator();
		}

		@Override
		public int size() {
			return 3;
		}

	}

}
