package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class ConcatenationCallsToString extends Case {

	Service service = service(new Service());

	Loud loud = new Loud();

	@Override
	@Synchronized
	public Object run() {
		service.call(1);
		String text = "so " + loud;
		service.call(2);
		Object quiet = (input == 0) ? loud : text;
		return text + quiet + service.number(3);
	}

	class Loud {

		int told;

		@Override
		public String toString() {
			effect("told " + told++);
			return "loud";
		}

	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

		@Concurrent
		int number(int i) {
			return i;
		}

	}

}
