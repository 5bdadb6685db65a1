package cases.fields;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class InheritedFields extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		Derived derived = new Derived();
		String first = fill(derived);
		return List.of(first, derived.describe(), derived);
	}

	@Synchronized
	String fill(Derived d) {
		d.name = service.name(1);
		d.kind = service.name(2);
		((Base) d).hidden = service.name(3);
		d.hidden = service.name(4);
		Base.count = service.count();
		return d.describe() + Derived.count;
	}

	static class Base {

		protected String name;

		String hidden;

		static int count;

		String describe() {
			return name + hidden + count;
		}

	}

	static class Derived extends Base {

		String kind;

		String hidden;

		@Override
		String describe() {
			return super.describe() + kind + hidden + super.hidden;
		}

	}

	static class Service {

		@Concurrent
		String name(int i) {
			return "name" + i;
		}

		@Concurrent
		int count() {
			return 7;
		}

	}

}
