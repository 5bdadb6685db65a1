package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Readers that cannot start yet, while a modifier after them could. */
public class EarlierReaders extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			results.add(severalReaders(new Box()));
			results.add(readerOfPending(new Box()));
		}
		return results;
	}

	@Synchronized
	private String severalReaders(Box box) {
		int slow = service.work(service.work(service.work(1)));
		int first = service.read(box, slow);
		int second = service.read(box, 0);
		int changed = service.change(box);
		return first + " " + second + " " + changed;
	}

	@Synchronized
	private String readerOfPending(Box box) {
		Box found = service.find(box, service.work(2));
		int first = service.read(found, service.work(service.work(3)));
		int second = service.read(box, 0);
		int changed = service.change(box);
		return first + " " + second + " " + changed;
	}

	static class Box {

		int number = 1;

	}

	class Service {

		@Concurrent
		int work(int i) {
			double sum = i;
			for (int n = 0; n < 20_000; n++) {
				sum += Math.sqrt(n) * i;
			}
			return (sum > 0) ? 1 : 0;
		}

		@Concurrent
		Box find(Box box, int number) {
			return box;
		}

		@Concurrent
		int read(Box box, int factor) {
			return box.number + 10 * factor;
		}

		@Concurrent
		int change(@Modifies Box box) {
			return ++box.number;
		}

	}

}
