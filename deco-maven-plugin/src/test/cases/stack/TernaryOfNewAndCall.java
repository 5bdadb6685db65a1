package cases.stack;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** An object that is not made yet, where a pending result may come in its place. */
@Inputs(2)
public class TernaryOfNewAndCall extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = input == 0 ? new ArrayList<>() : service.list(1); // forks
		return list; // waits: list
	}

	static class Service {

		@Concurrent
		List<Integer> list(int i) {
			return new ArrayList<>(List.of(i));
		}

	}

}
