package cases.methods;

import java.util.function.Function;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class GenericSynchronized extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		Function<Integer, String> function = new Describe();
		Comparable<Integer> comparable = new Near();
		return function.apply(5) + comparable.compareTo(7) + Stream.of(1, 2).map(function).toList();
	}

	class Describe implements Function<Integer, String> {

		@Override
		@Synchronized
		public String apply(Integer i) {
			String a = service.text(i);
			return a + service.text(i + 1);
		}

	}

	class Near implements Comparable<Integer> {

		@Override
		@Synchronized
		public int compareTo(Integer other) {
			String a = service.text(other);
			return a.length();
		}

	}

	static class Service {

		@Concurrent
		String text(Integer i) {
			return "text" + i;
		}

	}

}
