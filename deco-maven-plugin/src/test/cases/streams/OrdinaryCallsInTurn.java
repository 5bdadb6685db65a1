package cases.streams;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/**
 * A call that turns out to be no concurrent one may change what the elements are taken from, and what the functions
 * before it read.
 */
@Inputs(20)
public class OrdinaryCallsInTurn extends Case {

	static Service shared;

	int field;

	Collection<Integer> source = List.of();

	List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

	Service service = service(new Quiet());

	Service plain = new Plain();

	Service changing = service(new Quiet());

	Holder holder = new Holder();

	class Holder {

		Service service = plain;

	}

	@Override
	public Object run() {
		shared = plain;
		Map<Integer, Integer> map = (input % 2 == 0) ? new HashMap<>() : new TreeMap<>();
		map.putAll(Map.of(1, 1, 2, 2, 3, 3));
		this.source = switch (input / 4) {
			case 0 -> new ArrayList<>();
			case 1 -> new LinkedList<>();
			case 2 -> new HashSet<>();
			case 3 -> map.keySet();
			default -> new ArrayDeque<>();
		};
		if (input / 4 != 3) {
			this.source.addAll(List.of(1, 2, 3));
		}
		return switch (input % 4) {
			case 0 -> changedInLoop();
			case 1 -> changedInStream();
			case 2 -> entries(map);
			default -> later();
		};
	}

	@Synchronized
	Object changedInLoop() {
		source.forEach((i) -> plain.change(i)); // forks
		return source;
	}

	@Synchronized
	Object changedInStream() {
		return List.of(source, source.stream()
			.map((i) -> plain.change(i)) // forks
			.toList());
	}

	@Synchronized
	Object entries(Map<Integer, Integer> map) {
		source = map.keySet();
		map.forEach((key, value) -> plain.change(value)); // forks
		return map;
	}

	@Synchronized
	Object later() {
		List<Object> results = new ArrayList<>();
		Service captured = plain;
		results.add(list.stream()
			.map((i) -> service.call(i * 100 + field)) // forks
			.map((i) -> plain.call(i)) // forks
			.toList());
		results.add(list.stream()
			.map((i) -> service.call(i * 100 + field)) // forks
			.filter(captured::test) // forks
			.toList());
		results.add(list.stream()
			.filter((i) -> service.test(i * 100 + field)) // forks
			.collect(Collectors.groupingBy(captured::call))); // forks
		results.add(list.stream()
			.map((i) -> service.call(i * 100 + field)) // forks
			.mapToInt((i) -> shared.call(i)) // forks
			.sum());
		results.add(list.stream()
			.map((i) -> service.call(i * 100 + field)) // forks
			.map((i) -> (i > 200) ? service.call(i) : holder.service.call(i)) // forks
			.toList());
		results.add(list.stream()
			.map((i) -> changing.call(i * 100 + field)) // forks
			.filter((i) -> i != 7)
			.map((i) -> changing.call(i)) // forks
			.map((i) -> plain.set(i)) // forks
			.toList());
		results.add(list.stream()
			.map((i) -> service.call(i)) // forks
			.map((i) -> plain.set(i)) // forks
			.toList());
		return results;
	}

	interface Service {

		Integer call(int i);

		boolean test(int i);

		Integer change(int i);

		Integer set(int i);

	}

	static class Quiet implements Service {

		@Override
		@Concurrent
		public Integer call(int i) {
			return i;
		}

		@Override
		@Concurrent
		public boolean test(int i) {
			return i > 0;
		}

		@Override
		@Concurrent
		public Integer change(int i) {
			return i;
		}

		@Override
		@Concurrent
		public Integer set(int i) {
			return i;
		}

	}

	class Plain implements Service {

		@Override
		public Integer call(int i) {
			effect("call " + i);
			field++;
			return i;
		}

		@Override
		public boolean test(int i) {
			return call(i) > 100;
		}

		@Override
		public Integer change(int i) {
			effect("change " + i);
			if (i == 1 + input % 3) {
				if (input % 4 == 3 || input / 4 == 3 || input % 4 == 2) {
					source.remove(3);
				}
				else {
					source.add(9);
				}
			}
			return i;
		}

		@Override
		public Integer set(int i) {
			effect("set " + i);
			changing = this;
			field++;
			list.set(2, list.get(2) + 1);
			return i;
		}

	}

}
