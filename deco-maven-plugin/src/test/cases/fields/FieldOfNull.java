package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** The right side is evaluated before the null is noticed. */
@Inputs(6)
public class FieldOfNull extends Case {

	Service service = service(new Service());

	int mine = -1;

	@Override
	@Synchronized
	public Object run() {
		FieldOfNull other = (input % 2 == 0) ? this : null;
		mine = service.same(1);
		try {
			other.mine = service.same(2);
			effect("written");
		}
		catch (NullPointerException ex) {
			effect("null");
		}
		int caught = 0;
		int before = service.same(2);
		try {
			other.mine = before;
		}
		catch (NullPointerException ex) {
			caught = 1;
		}
		effect("caught " + caught);
		other.mine = service.same(3);
		effect("end");
		return mine;
	}

	class Service {

		@Concurrent
		int same(int i) {
			if (i == input / 2 + 1 && input > 1) {
				throw new Failure("same " + i);
			}
			return i;
		}

	}

}
