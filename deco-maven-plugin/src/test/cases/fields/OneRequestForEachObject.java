package cases.fields;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The loop that everybody writes. */
public class OneRequestForEachObject extends Case {

	Prices prices = service(new Prices());

	@Override
	public Object run() {
		List<Item> items = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			items.add(new Item(i));
		}
		return new Object[] { total(items), items };
	}

	@Synchronized
	long total(List<Item> items) {
		for (Item item : items) {
			item.price = prices.price(item.id); // forks
		}
		long total = 0;
		for (Item item : items) {
			total += item.price; // waits: price
		}
		return total;
	}

	static class Item {

		final int id;

		long price;

		Item(int id) {
			this.id = id;
		}

	}

	static class Prices {

		@Concurrent
		long price(int id) {
			together(8);
			return 100L + id;
		}

	}

}
