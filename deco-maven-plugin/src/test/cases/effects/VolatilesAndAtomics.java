package cases.effects;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** No write that other threads may see overtakes a call that fails. */
@Inputs(17)
public class VolatilesAndAtomics extends Case {

	Service service = service(new Service());

	private static final VarHandle PLAIN;

	static {
		try {
			PLAIN = MethodHandles.lookup().findVarHandle(VolatilesAndAtomics.class, "plain", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	volatile int flag;

	static volatile int shared;

	int plain;

	AtomicInteger counter = new AtomicInteger();

	AtomicReference<String> reference = new AtomicReference<>("");

	AtomicIntegerArray array = new AtomicIntegerArray(2);

	LongAdder adder = new LongAdder();

	Map<String, Integer> map = new ConcurrentHashMap<>();

	List<Integer> list = new CopyOnWriteArrayList<>();

	Queue<Integer> queue = new ConcurrentLinkedQueue<>();

	@Override
	@Synchronized
	public Object run() {
		int a = service.call(1);
		flag = 1;
		a += service.call(2);
		shared = 2;
		a += service.call(3);
		counter.incrementAndGet();
		a += service.call(4);
		reference.set("four");
		a += service.call(5);
		array.lazySet(0, 5);
		a += service.call(6);
		adder.increment();
		a += service.call(7);
		PLAIN.set(this, 7);
		a += service.call(8);
		PLAIN.setVolatile(this, (int) PLAIN.getVolatile(this) + 1);
		a += service.call(9);
		VarHandle.releaseFence();
		plain = plain + 1;
		flag = service.call(10);
		shared = flag + service.call(11);
		counter.addAndGet(service.call(12));
		map.put("k", service.call(13));
		int b = map.get("k");
		list.add(service.call(14));
		int c = list.size();
		queue.add(service.call(15));
		queue.offer(service.call(16));
		int d = queue.size() + plain + counter.get();
		return List.of(a, b, c, d, adder.sum(), array.get(0), reference.get());
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
