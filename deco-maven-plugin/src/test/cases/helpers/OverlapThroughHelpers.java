package cases.helpers;

import java.util.List;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class OverlapThroughHelpers extends Case {

	Service service = service(new Service());

	record Item(int id) {
	}

	private int meet(Item item) {
		return this.service.meet(item.id()); // forks
	}

	private static Object text(Service service, double d, String text) {
		return service.text(text + d); // forks
	}

	private int outer(int id, long shift) {
		return meet(new Item(id + (int) shift));
	}

	private void note(Item item) {
		meet(item);
	}

	@Override
	@Synchronized
	public Object run() {
		int a = meet(new Item(1));
		int b = outer(2, 3L);
		Object c = text(service, 0.5, "c");
		note(new Item(9));
		int sum = a + b;
		List<Object> boxed = List.of(sum, c);
		return boxed + " " + Stream.of(1, 2, 3, 4).map((i) -> outer(i, 5)).toList() // waits all; waits: meet, text
				+ Stream.of(1, 2, 3, 4).map(Item::new).map(this::meet).toList();
	}

	class Service {

		@Concurrent
		int meet(int i) {
			together(4);
			return i;
		}

		@Concurrent
		String text(String text) {
			together(4);
			return text;
		}

	}

}
