package cases.failures;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class ReusedAfterFailure extends Case {

	Service service = service(new Service());

	String a = "-";

	String b = "-";

	@Override
	public Object run() {
		List<String> log = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			try {
				log.add(load(i));
			}
			catch (Failure ex) {
				log.add(ex.getMessage() + a + b);
			}
		}
		return log;
	}

	@Synchronized
	private String load(int i) {
		a = service.call(i, 1);
		b = service.call(i, 2);
		return a + b;
	}

	class Service {

		@Concurrent
		String call(int i, int j) {
			if (i % 2 == 1 && (input & j) != 0) {
				throw new Failure("failed " + i + j);
			}
			return "ok" + i + j;
		}

	}

}
