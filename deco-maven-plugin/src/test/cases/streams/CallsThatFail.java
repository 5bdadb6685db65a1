package cases.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(8)
public class CallsThatFail extends Case {

	Service service = service(new Service());

	List<String> seen = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() throws Exception {
		List<Integer> numbers = IntStream.rangeClosed(1, 40).boxed().collect(Collectors.toList());
		try {
			List<String> names = numbers.stream().map(service::name).collect(Collectors.toList()); // forks
			seen.add("all " + names);
		}
		catch (Failure ex) {
			seen.add("caught " + ex.getMessage());
		}
		finally {
			seen.add("finally");
		}
		return seen + service.name(7); // forks; waits: name
	}

	class Service {

		@Concurrent
		String name(int i) {
			boolean fails = switch (input) {
				case 1 -> i == 1;
				case 2 -> i == 20;
				case 3 -> i == 40;
				case 4 -> i == 3 || i == 4 || i == 39;
				case 5 -> i > 30;
				case 6 -> i % 2 == 0;
				case 7 -> i == 7;
				default -> false;
			};
			if (fails) {
				if (input == 6) {
					sneak(new CheckedFailure("checked " + i));
				}
				throw new Failure("failed at " + i);
			}
			return "name" + i;
		}

		@SuppressWarnings("unchecked")
		private <E extends Throwable> void sneak(Throwable thrown) throws E {
			throw (E) thrown;
		}

	}

}
