package cases.methods;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class CallsInLambdas extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> numbers = List.of(1, 2, 3, 4);
		List<Integer> doubled = numbers.stream().map((i) -> service.twice(i)).toList();
		int sum = numbers.stream().mapToInt(service::twice).sum();
		numbers.forEach((i) -> service.note(i));
		Supplier<Integer> later = () -> {
			int a = service.twice(10);
			int b = service.twice(20);
			return a + b;
		};
		int direct = service.twice(30);
		return doubled + " " + sum + " " + later.get() + " " + direct;
	}

	class Service {

		final LongAdder noted = new LongAdder();

		@Concurrent
		int twice(int i) {
			if (input == 1 && i == 20) {
				throw new Failure("twenty");
			}
			return 2 * i;
		}

		@Concurrent
		void note(int i) {
			noted.add(i);
		}

		long noted() {
			return noted.sum();
		}

	}

}
