package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class ModifierFails extends Case {

	Service service = service(new Service());

	List<Integer> list = new ArrayList<>();

	String name = "unset";

	@Override
	public Object run() {
		try {
			return fill();
		}
		catch (Failure ex) {
			return ex.getMessage() + list + name;
		}
	}

	@Synchronized
	private Object fill() {
		service.add(list, 1);
		service.add(list, 2);
		name = "set";
		service.add(list, 3);
		return list.size();
	}

	class Service {

		@Concurrent
		void add(List<Integer> to, int i) {
			if (i == input) {
				throw new Failure("add " + i);
			}
			to.add(i);
		}

	}

}
