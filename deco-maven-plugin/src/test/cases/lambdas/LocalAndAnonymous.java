package cases.lambdas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** So do the methods of its local and anonymous classes. */
@Inputs(5)
public class LocalAndAnonymous extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		String prefix = "p" + input;
		class Local {

			final int start = service.quiet(100);

			String both(int i) {
				int a = service.meet(i); // forks
				int b = service.meet(i + 1); // forks
				return prefix + a + b + start; // waits: meet
			}

			Supplier<Integer> later() {
				return () -> service.meet(5) - service.meet(6); // forks; waits: meet
			}

		}
		Local local = new Local();
		results.add(local.both(1));
		results.add(local.later().get());
		Supplier<Object> anonymous = new Supplier<>() {

			int count = 0;

			@Override
			public Object get() {
				count = service.meet(3); // forks
				int other = service.meet(4); // forks
				return new Supplier<>() { // waits: meet

					@Override
					public String get() {
						return "deep" + service.meet(7) + service.meet(count + other); // forks; waits: meet
					}

				}.get(); // waits all
			}

		};
		results.add(anonymous.get());
		Supplier<Object> inLambda = () -> new Supplier<Object>() {

			@Override
			public Object get() {
				return service.meet(8) + service.meet(9); // forks; waits: meet
			}

		}.get();
		results.add(inLambda.get());
		List<Integer> sorted = new ArrayList<>(List.of(2, 1));
		sorted.sort(new Comparator<>() {

			@Override
			public int compare(Integer a, Integer b) {
				return Integer.compare(service.meet(a), service.meet(b)); // forks; waits: meet
			}

		});
		results.add(sorted);
		return results;
	}

	Object alone() {
		return new Supplier<Integer>() {

			@Override
			public Integer get() {
				return service.quiet(1) + service.quiet(2);
			}

		}.get() + ((Supplier<Integer>) () -> service.quiet(3) + service.quiet(4)).get();
	}

	class Service {

		@Concurrent
		int meet(int i) {
			together(2);
			if (input == 1 && i == 2 || input == 2 && i == 4 || input == 3 && i == 9 || input == 4 && i == 6) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

		@Concurrent
		int quiet(int i) {
			return i;
		}

	}

}
