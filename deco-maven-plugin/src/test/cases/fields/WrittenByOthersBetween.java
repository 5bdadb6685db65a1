package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Plain and pending writes to one field, by several methods. */
@Inputs(4)
public class WrittenByOthersBetween extends Case {

	Service service = service(new Service());

	String name = "-";

	@Override
	@Synchronized
	public Object run() {
		name = service.name(1);
		reset();
		String a = name;
		name = service.name(2);
		name = "plain";
		String b = name;
		setName(service.name(3));
		name = service.name(input);
		setName("x");
		return a + b + name;
	}

	private void reset() {
		name = "reset";
	}

	private void setName(String s) {
		this.name = s;
	}

	class Service {

		@Concurrent
		String name(int i) {
			if (i == 0 || i == input && input == 2) {
				throw new Failure("name " + i);
			}
			return "name" + i;
		}

	}

}
