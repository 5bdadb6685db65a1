package cases.elements;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Keys whose equals and hashCode belong to the program are hashed when the program says so. */
@Inputs(8)
public class KeysOfTheProgram extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<Key, Integer> loud = new HashMap<>();
		loud.put(new Key("a"), service.call(1));
		effect("first");
		loud.put(new Key("b"), service.call(2));
		Map<Plain, Integer> plain = new LinkedHashMap<>();
		plain.put(new Plain(1), service.call(3));
		plain.put(new Plain(1), service.call(4));
		Set<Key> keys = new HashSet<>();
		keys.add(service.key("c"));
		Map<Key, Integer> changing = new HashMap<>();
		Key key = new Key("d");
		changing.put(key, service.call(5));
		key.name = "e";
		Map<String, Integer> reversed = new TreeMap<>((x, y) -> {
			effect(x + y);
			return y.compareTo(x);
		});
		reversed.put("x", service.call(6));
		reversed.put("y", service.call(7));
		return List.of(loud.size(), plain, keys.size(), changing.containsKey(new Key("d")), reversed);
	}

	static class Key {

		String name;

		Key(String name) {
			this.name = name;
		}

		@Override
		public boolean equals(Object other) {
			effect("equals");
			return other instanceof Key key && key.name.equals(name);
		}

		@Override
		public int hashCode() {
			effect("hash " + name);
			return name.hashCode();
		}

	}

	record Plain(int number) {
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
		Key key(String name) {
			return new Key(name);
		}

	}

}
