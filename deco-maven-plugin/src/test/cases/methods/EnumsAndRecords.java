package cases.methods;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class EnumsAndRecords extends Case {

	static Service service = service(new Service());

	@Override
	public Object run() {
		return List.of(Unit.METRE.convert(2), Unit.MILE.convert(3), new Point(1, 2).moved(5), new Point(3, 4));
	}

	enum Unit {

		METRE {
			@Override
			@Synchronized
			long convert(long l) {
				long a = service.scale(l, 1);
				return a;
			}
		},
		MILE;

		@Synchronized
		long convert(long l) {
			long a = service.scale(l, 1609);
			long b = service.scale(a, 1);
			return b;
		}

	}

	record Point(int x, int y) {

		@Synchronized
		Point moved(int by) {
			long newX = service.scale(x, by);
			long newY = service.scale(y, by);
			return new Point((int) newX, (int) newY);
		}

	}

	static class Service {

		@Concurrent
		long scale(long l, int by) {
			return l * by;
		}

	}

}
