package cases.effects;

import java.util.Iterator;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A sealed type is iterated by code of the case, though it never changes. */
@Inputs(3)
public class ImmutableIterables extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		return read(new Range(3)) + stream(List.of(new Range(1), new Range(2)));
	}

	@Synchronized
	String read(Numbers numbers) {
		int a = service.call(1);
		String text = "";
		for (int i : numbers) {
			text += i;
		}
		int b = service.call(2);
		return text + a + b;
	}

	@Synchronized
	String stream(List<Numbers> all) {
		return all.stream().map((numbers) -> service.call(numbers.iterator().hasNext() ? 1 : 2)).toList().toString();
	}

	sealed interface Numbers extends Iterable<Integer> permits Range {

	}

	record Range(int end) implements Numbers {

		@Override
		public Iterator<Integer> iterator() {
			effect("iterator");
			return List.of(0, end).iterator();
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

	}

}
