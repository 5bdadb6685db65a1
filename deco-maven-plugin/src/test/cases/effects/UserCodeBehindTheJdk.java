package cases.effects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Methods of the JDK call methods of the case that have effects. */
@Inputs(16)
public class UserCodeBehindTheJdk extends Case {

	Service service = service(new Service());

	final Loud loud = new Loud("loud");

	final Loud other = new Loud("other");

	@Override
	@Synchronized
	public Object run() {
		List<Loud> list = new ArrayList<>(List.of(loud, other));
		Map<Object, String> map = new HashMap<>();
		service.call(1);
		String text = "text " + loud;
		service.call(2);
		boolean contains = list.contains(new Loud("third"));
		service.call(3);
		String all = list.toString();
		service.call(4);
		list.sort(null);
		service.call(5);
		Object none = map.get(loud);
		service.call(6);
		Collections.sort(list, (a, b) -> {
			effect("compare");
			return 0;
		});
		service.call(7);
		List<String> names = list.stream().map((l) -> l.name()).toList();
		service.call(8);
		String joined = String.valueOf(loud);
		service.call(9);
		new StringBuilder().append(other);
		service.call(10);
		boolean equal = Objects.equals(loud, other);
		service.call(11);
		int hash = Objects.hash(loud);
		service.call(12);
		String format = String.format("%s", loud);
		service.call(13);
		Set<Loud> set = new TreeSet<>(list);
		service.call(14);
		Optional<String> optional = Optional.of(loud).map(Loud::name);
		return List.of(text, contains, all, names, joined, equal, hash, format, set.size(), optional.get());
	}

	static class Loud implements Comparable<Loud> {

		private final String name;

		Loud(String name) {
			this.name = name;
		}

		String name() {
			effect("name");
			return name;
		}

		@Override
		public boolean equals(Object o) {
			effect("equals");
			return o instanceof Loud loud && loud.name.equals(name);
		}

		@Override
		public int hashCode() {
			effect("hash code");
			return name.hashCode();
		}

		@Override
		public int compareTo(Loud o) {
			effect("compare to");
			return name.compareTo(o.name);
		}

		@Override
		public String toString() {
			effect("to string");
			return name;
		}

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
