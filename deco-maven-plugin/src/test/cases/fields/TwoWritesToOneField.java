package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class TwoWritesToOneField extends Case {

	Service service = service(new Service());

	int last;

	int plain;

	@Override
	public Object run() {
		write();
		return last + "," + plain;
	}

	@Synchronized
	void write() {
		for (int i = 0; i < 10; i++) {
			last = service.same(i);
		}
		plain = service.same(1);
		plain = 2;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
