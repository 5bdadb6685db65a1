package cases.effects;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(6)
public class ComparatorsWithEffects extends Case {

	Service service = service(new Service());

	SortedMap<String, Integer> map = new TreeMap<>(new Loud());

	SortedSet<String> set = new TreeSet<>(new Loud());

	@Override
	@Synchronized
	public Object run() {
		map.put("a", 1);
		set.add("a");
		service.call(1);
		int found = map.get("a");
		service.call(2);
		boolean contained = set.contains("b");
		service.call(3);
		map.put("b", service.number(2));
		service.call(4);
		set.add("b");
		service.call(5);
		return found + " " + contained + map.size() + set.size();
	}

	class Loud implements Comparator<String> {

		@Override
		public int compare(String a, String b) {
			effect(a + " and " + b);
			return a.compareTo(b);
		}

	}

	class Service {

		@Concurrent
		void call(int i) {
			if (i == input) {
				throw new Failure("call " + i);
			}
		}

		@Concurrent
		int number(int i) {
			return i;
		}

	}

}
