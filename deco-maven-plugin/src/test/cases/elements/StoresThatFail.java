package cases.elements;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A store that fails does so in the order of the program, where its handlers see it. */
@Inputs(10)
public class StoresThatFail extends Case {

	Service service = service(new Service());

	List<Object> seen = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		List<Integer> fixed = List.of(1, 2);
		List<Integer> list = new ArrayList<>();
		Deque<Object> deque = new ArrayDeque<>();
		Map<String, Integer> sorted = new TreeMap<>();
		Object[] strings = new String[1];
		int[] ints = new int[2];
		attempt(() -> seen.add("start"));
		int before = service.call(1);
		try {
			list.set(3, service.call(2));
			effect("not reached");
		}
		catch (RuntimeException ex) {
			effect(ex);
		}
		try {
			deque.add(service.nothing());
			deque.add("later");
			effect(deque.size());
		}
		catch (RuntimeException ex) {
			effect(ex.getClass() + " " + deque.size());
		}
		try {
			strings[0] = service.boxed(3);
			list.add(service.call(4));
			effect("not reached");
		}
		catch (ArrayStoreException ex) {
			effect("array store " + list.size());
		}
		try {
			for (int i = 0; true; i++) {
				ints[i] = service.call(5);
			}
		}
		catch (ArrayIndexOutOfBoundsException ex) {
			effect(ints[0] + ints[1]);
		}
		try {
			fixed.set(0, service.call(6));
		}
		catch (UnsupportedOperationException ex) {
			effect(fixed);
		}
		try {
			Collections.unmodifiableList(list).add(service.call(7));
		}
		catch (UnsupportedOperationException ex) {
			effect(list);
		}
		try {
			sorted.put(null, service.call(8));
		}
		catch (NullPointerException ex) {
			effect(sorted);
		}
		list = null;
		try {
			list.add(service.call(9));
		}
		catch (NullPointerException ex) {
			effect("null");
		}
		return before;
	}

	private static void attempt(Runnable action) {
		action.run();
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		Object boxed(int i) {
			if (input == i) {
				throw new Failure("boxed");
			}
			return i;
		}

		@Concurrent
		String nothing() {
			return null;
		}

	}

}
