package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class LabelledJumps extends Case {

	Service service = service(new Service());

	int field;

	@Override
	@Synchronized
	public Object run() {
		int x = 0;
		rows: for (int i = 0; i < 4; i++) {
			field = service.same(i);
			for (int j = 0; j < 4; j++) {
				x = service.same(x);
				if (j == 2) {
					continue rows;
				}
				if (i == 3) {
					break rows;
				}
				x = service.inc(x);
			}
		}
		block: {
			if (service.same(1) == 1) {
				break block;
			}
			x = -1;
		}
		return x + field;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		int inc(int i) {
			return i + 1;
		}

	}

}
