package cases.elements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The program of the design page: a quote for each item. */
public class MapsOverlap extends Case {

	Service service = service(new Service());

	List<Item> items = List.of(new Item("a"), new Item("b"), new Item("c"));

	@Override
	@Synchronized
	public Object run() {
		Map<Item, Integer> quotes = new HashMap<>();
		for (Item item : items) {
			quotes.put(item, service.quote(item)); // forks
		}
		return quotes.size(); // waits: quote
	}

	static final class Item {

		final String name;

		Item(String name) {
			this.name = name;
		}

	}

	static class Service {

		@Concurrent
		int quote(Item item) {
			together(3);
			return item.name.length();
		}

	}

}
