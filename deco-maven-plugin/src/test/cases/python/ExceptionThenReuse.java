package cases.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;

public class ExceptionThenReuse extends Case {

	Service service = service(new Service());

	Map<Integer, String> results = new TreeMap<>();

	String last = "none";

	@Override
	public Object run() {
		List<String> log = new ArrayList<>();
		for (int round = 0; round < 3; round++) {
			try {
				fill(round);
				log.add("round " + round + last);
			}
			catch (Failure ex) {
				log.add(ex.getMessage() + last);
			}
		}
		return log;
	}

	@Synchronized
	private void fill(int round) {
		for (int i = 0; i < 4; i++) {
			results.put(i, service.work(round, i));
			last = service.work(round, i);
		}
	}

	static class Service {

		@Concurrent
		String work(int round, int i) {
			if (round == 1 && i == 2) {
				throw new Failure("work");
			}
			return round + ":" + i;
		}

	}

}
