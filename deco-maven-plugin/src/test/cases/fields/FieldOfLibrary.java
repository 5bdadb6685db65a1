package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Holder;
import io.deco.oracle.api.Inputs;

/** A getter of a library is not woven, and would not wait for the field. */
@Inputs(3)
public class FieldOfLibrary extends Case {

	Service service = service(new Service());

	Holder holder = new Holder();

	@Override
	@Synchronized
	public Object run() {
		holder.number = service.number(1);
		int first = holder.get();
		holder.number = service.number(2);
		return first + 10 * holder.get();
	}

	class Service {

		@Concurrent
		int number(int i) {
			if (i == input) {
				throw new Failure("number " + i);
			}
			return i;
		}

	}

}
