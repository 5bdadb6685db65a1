package cases.lent;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Objects are told apart by what they are, not by what they say. */
public class LoudHashCodes extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Box first = new Box();
		Box second = new Box();
		first.number = service.number(1);
		second.number = service.number(2);
		int read = service.read(first);
		int changed = service.change(second);
		return first.number + " " + second.number + " " + read + " " + changed;
	}

	class Box {

		int number;

		@Override
		public int hashCode() {
			effect("hashCode");
			return 1;
		}

		@Override
		public boolean equals(Object other) {
			effect("equals");
			return other instanceof Box;
		}

	}

	class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		int read(Box box) {
			return box.number;
		}

		@Concurrent
		int change(@Modifies Box box) {
			return ++box.number;
		}

	}

}
