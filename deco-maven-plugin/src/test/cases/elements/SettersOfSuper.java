package cases.elements;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A setter of the superclass, which the method's own class overrides with more. */
public class SettersOfSuper extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Loud loud = new Loud();
		loud.both(service);
		Base base = loud;
		base.setValue(service.call(3));
		return new Object[] { loud, base.value };
	}

	static class Base {

		int value;

		void setValue(int value) {
			this.value = value;
		}

	}

	static class Loud extends Base {

		@Override
		void setValue(int value) {
			effect("set " + value);
			super.setValue(value + 1);
		}

		@Synchronized
		void both(Service service) {
			super.setValue(service.call(1));
			int seen = this.value;
			setValue(service.call(seen + 1));
		}

	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
