package cases.helpers;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Helpers that do more, or may be overridden, are called as they are. */
@Inputs(3)
public class NotInlined extends Case {

	Service service = service(new Service());

	private int branches(int i) {
		return (i > 1) ? service.number(i) : 0;
	}

	private int twice(int i) {
		return service.number(i) + service.number(i + 1);
	}

	private int stores(int i) {
		int result = service.number(i);
		return result;
	}

	private int goesOn(int i) {
		return service.number(i) + 1;
	}

	private synchronized int locks(int i) {
		return service.number(i);
	}

	private synchronized boolean isLocked() {
		return service.isLocked();
	}

	private int handles(int i) {
		try {
			return service.number(i);
		}
		catch (Failure ex) {
			return -1;
		}
	}

	private int recurses(int i) {
		return service.number(i <= 0 ? 0 : recurses(i - 1));
	}

	private int forever(int i) {
		return (input == 9) ? forever(service.number(i)) : i;
	}

	int overridden(int i) {
		return service.number(i);
	}

	@Synchronized
	private int own(int i) {
		return service.number(i); // forks; waits: number
	}

	static class Sub extends NotInlined {

		@Override
		int overridden(int i) {
			effect("overridden");
			return super.overridden(i) + 1;
		}

	}

	@Override
	@Synchronized
	public Object run() {
		List<Object> results = new ArrayList<>();
		results.add(branches(2));
		results.add(twice(3));
		results.add(stores(4));
		results.add(goesOn(5));
		results.add(locks(6));
		results.add(handles(7));
		results.add(recurses(3));
		results.add(forever(3));
		results.add(new Sub().overridden(8));
		NotInlined sub = new Sub();
		results.add(sub.overridden(8));
		results.add(isLocked());
		results.add(own(9));
		return results;
	}

	class Service {

		@Concurrent
		int number(int i) {
			if (input == 1 && i == 7 || input == 2 && i == 9) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

		@Concurrent
		boolean isLocked() {
			return Thread.holdsLock(NotInlined.this);
		}

	}

}
