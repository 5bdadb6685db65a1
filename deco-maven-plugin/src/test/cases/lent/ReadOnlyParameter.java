package cases.lent;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.deco.Concurrent;
import io.deco.ReadOnly;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ReadOnlyParameter extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> list = List.of(1, 2, 3);
		service.check(list);
		int size = list.size();
		service.check(list);
		return size;
	}

	static class Service {

		final AtomicInteger checked = new AtomicInteger();

		@Concurrent
		void check(@ReadOnly List<Integer> list) {
			together(2);
			checked.addAndGet(list.size());
		}

	}

}
