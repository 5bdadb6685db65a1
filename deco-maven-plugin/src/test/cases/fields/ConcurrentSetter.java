package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ConcurrentSetter extends Case {

	Service service = service(new Service());

	Box first = service(new Box());

	Box second = new Box();

	@Override
	@Synchronized
	public Object run() {
		first.value(service.number(1));
		second.value(service.number(2));
		Cell cell = second;
		cell.value(service.number(3));
		Box local = new Box();
		local.value(service.number(4));
		return first.value + second.value + local.value;
	}

	interface Cell {

		@Concurrent
		void value(int value);

	}

	static final class Box implements Cell {

		int value;

		@Override
		public void value(int value) {
			this.value = value;
		}

	}

	class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

	}

}
