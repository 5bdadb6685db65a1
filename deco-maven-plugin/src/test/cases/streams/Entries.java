package cases.streams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.ReadOnly;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class Entries extends Case {

	Service service = service(new Service());

	Map<String, Item> items = new LinkedHashMap<>();

	Map<String, Integer> missing = null;

	static class Item {

		int value;

		int times;

	}

	static class Noisy extends HashMap<String, Integer> {

		private static final long serialVersionUID = 1L;

		@Override
		public void forEach(BiConsumer<? super String, ? super Integer> action) {
			effect("each");
			super.forEach(action);
		}

	}

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
		map.forEach((key, value) -> service.note(key, value)); // forks
		map.forEach(service::note); // forks
		new LinkedHashMap<>(map).forEach(service::note); // forks
		Map.of("x", 4).forEach((key, value) -> service.noted(value, key)); // forks
		new EnumMap<>(Map.of(TimeUnit.DAYS, 6)).forEach((unit, value) -> service.wide(unit, value)); // forks
		Item same = new Item();
		items.put("one", same);
		items.put("two", new Item());
		items.put("three", same);
		items.forEach((name, item) -> service.fill(item, name)); // forks
		return List.of(items, inTurn(), others());
	}

	@Synchronized
	Object inTurn() {
		Map<Item, Item> pairs = new HashMap<>();
		pairs.forEach((key, value) -> service.fill(key, "key")); // sequential
		List<String> seen = new ArrayList<>();
		Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
		map.forEach((key, value) -> {
			seen.add(key);
			service.noted(value, key); // sequential
		});
		return seen;
	}

	@Synchronized
	Object others() {
		Map<String, Integer> noisy = new Noisy();
		noisy.put("n", 1);
		noisy.put("m", 2);
		noisy.forEach((key, value) -> service.effects(key)); // forks
		Collections.unmodifiableMap(noisy).forEach((key, value) -> service.effects(key)); // forks
		if (input == 3) {
			missing.forEach((key, value) -> service.effects(key)); // forks
		}
		return noisy;
	}

	class Service {

		@Concurrent
		void note(String key, int value) {
			together(3);
			if (input == 1 && value > 1) {
				throw new Failure("failed at " + key);
			}
		}

		@Concurrent
		String noted(Integer value, String key) {
			return key + value;
		}

		@Concurrent
		String wide(Object key, long value) {
			return key.toString() + value;
		}

		@Concurrent
		void fill(@Modifies Item item, @ReadOnly String name) {
			item.times++;
			item.value = 3 * item.value + item.times;
			if (input == 2 && item.times == 2) {
				throw new Failure("filled twice " + name);
			}
		}

		@Concurrent
		void effects(String key) {
			effect("called " + key);
		}

	}

}
