package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(6)
public class LoopFailsInTheMiddle extends Case {

	Prices prices = service(new Prices());

	Item[] items = { new Item(), new Item(), new Item(), new Item(), new Item() };

	int last = -1;

	@Override
	@Synchronized
	public Object run() {
		for (int i = 0; i < items.length; i++) {
			items[i].price = prices.price(i);
			last = prices.price(i);
		}
		return "all";
	}

	static class Item {

		int price = -1;

	}

	class Prices {

		@Concurrent
		int price(int id) {
			if (id == input) {
				throw new Failure("price " + id);
			}
			return id;
		}

	}

}
