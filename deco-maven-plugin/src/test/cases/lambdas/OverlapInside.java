package cases.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A lambda of a synchronized method overlaps the calls of each of its runs. */
@Inputs(6)
public class OverlapInside extends Case {

	Service service = service(new Service());

	List<Integer> items = List.of(1, 2, 3);

	int last;

	@Override
	@Synchronized
	public Object run() throws Exception {
		List<Object> results = new ArrayList<>();
		Supplier<Integer> two = () -> {
			int a = service.meet(1); // forks
			int b = service.meet(2); // forks
			return a + b; // waits: meet
		};
		results.add(two.get());
		items.forEach((i) -> { // sequential
			int a = service.meet(i); // forks
			int b = service.meet(i + 1); // forks
			effect("before " + i); // waits all
			last = a + b;
		});
		BiFunction<Integer, Long, Object> captured = (i, j) -> List.of(service.meet(i), service.meet((int) (j + last))); // forks; waits: meet
		results.add(captured.apply(3, 4L));
		IntSupplier nested = () -> {
			Callable<Integer> inner = () -> service.meet(6) + service.meet(7); // forks; waits: meet
			try {
				return inner.call();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex.getMessage());
			}
		};
		results.add(nested.getAsInt());
		Supplier<List<Integer>> stream = () -> items.stream().map(service::apart).toList(); // forks
		results.add(stream.get());
		results.add(items.stream().map((i) -> service.meet(i) * service.meet(10)).toList()); // forks; waits: meet; sequential
		results.add(Optional.of(1).map((i) -> service.apart(i)).get()); // sequential
		results.add(Optional.of(1).map(service::apart).get()); // sequential
		Runnable writes = () -> {
			last = service.meet(20); // forks
			service.meet(21); // forks
		};
		writes.run();
		Runnable loops = () -> {
			int sum = 0;
			for (int i : items) {
				int apart = service.apart(i); // forks
				last = apart;
			}
		};
		loops.run();
		return results;
	}

	class Service {

		@Concurrent
		int meet(int i) {
			together(2);
			if (input == 1 && i == 2 || input == 2 && i == 3 || input == 3 && i == 7 || input == 4 && i == 21) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

		@Concurrent
		Integer apart(Integer i) {
			if (input == 5 && i == 3) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

	}

}
