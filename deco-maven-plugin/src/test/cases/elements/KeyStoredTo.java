package cases.elements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A function that makes what is inserted reads the key, to which a store is pending. */
public class KeyStoredTo extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] key = new int[1];
		Map<int[], Integer> map = new HashMap<>();
		key[0] = service.call(7);
		int inserted = map.computeIfAbsent(key, (array) -> array[0]);
		StringBuilder text = new StringBuilder();
		Map<StringBuilder, Integer> lengths = new HashMap<>();
		text.append(service.call(8));
		int length = lengths.computeIfAbsent(text, StringBuilder::length);
		int same = lengths.computeIfAbsent(text, (builder) -> builder.length() + 1);
		return List.of(inserted, length, same);
	}

	static class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

	}

}
