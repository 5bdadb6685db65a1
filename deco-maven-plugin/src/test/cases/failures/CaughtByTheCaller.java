package cases.failures;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class CaughtByTheCaller extends Case {

	Service service = service(new Service());

	List<String> log = new ArrayList<>();

	@Override
	public Object run() throws CheckedFailure {
		try {
			work();
		}
		catch (Failure ex) {
			log.add(ex.getMessage());
		}
		finally {
			log.add("finally");
		}
		return log;
	}

	@Synchronized
	private void work() throws CheckedFailure {
		service.call(1);
		log.add("work");
		service.call(2);
	}

	class Service {

		@Concurrent
		void call(int i) throws CheckedFailure {
			if (input == i && i == 1) {
				throw new Failure("unchecked");
			}
			if (input == i) {
				throw new CheckedFailure("checked");
			}
		}

	}

}
