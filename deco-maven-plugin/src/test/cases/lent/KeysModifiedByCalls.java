package cases.lent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** What decides where an element goes is modified after the element was stored. */
public class KeysModifiedByCalls extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Key key = new Key(1);
		Map<Key, Integer> hashed = new HashMap<>();
		hashed.put(key, service.number(1));
		int hash = service.change(key);
		Order order = new Order();
		Map<String, Integer> sorted = new TreeMap<>(order);
		sorted.put("a", service.number(2));
		sorted.put("b", service.number(3));
		boolean reversed = service.reverse(order);
		Key low = new Key(1);
		Map<Key, Integer> natural = new TreeMap<>();
		natural.put(low, service.number(4));
		natural.put(new Key(2), service.number(5));
		int number = service.change(low);
		List<Object> result = new ArrayList<>();
		if (hash == 5 && reversed && number == 5) {
			result.add(hashed.get(new Key(5)));
		}
		result.addAll(sorted.keySet());
		natural.forEach((each, value) -> result.add(each.number + "=" + value));
		return result;
	}

	static final class Key implements Comparable<Key> {

		int number;

		Key(int number) {
			this.number = number;
		}

		@Override
		public int hashCode() {
			return number;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Key key && key.number == number;
		}

		@Override
		public int compareTo(Key other) {
			return Integer.compare(number, other.number);
		}

	}

	static final class Order implements Comparator<String> {

		boolean reversed;

		@Override
		public int compare(String a, String b) {
			return reversed ? b.compareTo(a) : a.compareTo(b);
		}

	}

	class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		int change(@Modifies Key key) {
			key.number += 4;
			return key.number;
		}

		@Concurrent
		boolean reverse(@Modifies Order order) {
			order.reversed = true;
			return true;
		}

	}

}
