package cases.fields;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A subclass has a setter of its own. */
public class OverriddenSetter extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell plain = new Cell();
		Cell other = new Other();
		plain.set(service.call(1));
		other.set(service.call(2));
		return List.of(plain.value, ((Other) other).kept);
	}

	static class Cell {

		int value;

		void set(int value) {
			this.value = value;
		}

	}

	static class Other extends Cell {

		int kept;

		@Override
		void set(int kept) {
			this.kept = kept;
		}

	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
