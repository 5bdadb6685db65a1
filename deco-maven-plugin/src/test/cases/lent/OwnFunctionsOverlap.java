package cases.lent;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The functions that a call makes itself are known: if they modify nothing, calls overlap. */
public class OwnFunctionsOverlap extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		service.helped(List.of("a", "", "b")); // forks
		service.composed(List.of("a", "", "b")); // forks
		service.collected(List.of("a", "", "b")); // forks
		service.chosen(List.of("a", "", "b"), true); // forks
		return 1;
	}

	class Service {

		@Concurrent
		void helped(List<String> names) {
			together(4);
			safely(() -> effect(names.size()));
		}

		@Concurrent
		void composed(List<String> names) {
			together(4);
			Function<String, String> trim = String::trim;
			long count = names.stream().filter(Predicate.not(String::isEmpty)).map(trim.andThen(String::strip)).count();
			if (count < 0) {
				throw new IllegalStateException();
			}
		}

		@Concurrent
		void collected(List<String> names) {
			together(4);
			if (names.stream().collect(Collectors.toMap(Function.identity(), String::length)).isEmpty()) {
				throw new IllegalStateException();
			}
		}

		@Concurrent
		void chosen(List<String> names, boolean trim) {
			together(4);
			Function<String, String> function = trim ? String::trim : String::strip;
			if (names.stream().map(function).toList().isEmpty()) {
				throw new IllegalStateException();
			}
		}

		private void safely(Runnable action) {
			try {
				action.run();
			}
			finally {
				Thread.onSpinWait();
			}
		}

	}

}
