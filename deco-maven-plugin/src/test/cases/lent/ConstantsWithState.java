package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Constants of enums hold arrays and collections in final fields, which calls modify. */
public class ConstantsWithState extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		service.count(Counter.ONLY);
		int a = Counter.ONLY.counts[0];
		service.note(Journal.ONLY);
		service.note(Journal.ONLY);
		int b = Journal.ONLY.notes.size();
		return List.of(a, b);
	}

	enum Counter {

		ONLY;

		final int[] counts = new int[1];

	}

	enum Journal {

		ONLY {
		};

		final List<Integer> notes = new ArrayList<>();

	}

	static class Service {

		@Concurrent
		void count(Counter counter) {
			counter.counts[0]++;
		}

		@Concurrent
		void note(Journal journal) {
			journal.notes.add(1);
		}

	}

}
