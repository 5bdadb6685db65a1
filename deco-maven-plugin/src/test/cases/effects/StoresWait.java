package cases.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A store that others can see is not made if a call before it fails. */
@Inputs(16)
public class StoresWait extends Case {

	Service service = service(new Service());

	static int number;

	static volatile String text = "unset";

	volatile boolean flag;

	int plain;

	int[] array = new int[1];

	Object[] objects = new Object[1];

	List<String> list = new ArrayList<>();

	Map<String, String> map = new HashMap<>();

	StringBuilder builder = new StringBuilder();

	AtomicInteger atomic = new AtomicInteger();

	Other other = new Other();

	@Override
	@Synchronized
	public Object run() {
		service.call(1);
		number = 1;
		service.call(2);
		text = "set";
		service.call(3);
		flag = true;
		service.call(4);
		plain = 1;
		service.call(5);
		array[0] = 1;
		service.call(6);
		objects[0] = "x";
		service.call(7);
		list.add("x");
		service.call(8);
		map.put("k", "v");
		service.call(9);
		builder.append("x");
		service.call(10);
		atomic.incrementAndGet();
		service.call(11);
		other.value = 1;
		service.call(12);
		other.next.value++;
		service.call(13);
		list.clear();
		service.call(14);
		Arrays.fill(array, 5);
		return "end";
	}

	static class Other {

		int value;

		Other next = this;

	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

	}

}
