package cases.helpers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** What a small helper of the same class returns stays pending. */
@Inputs(8)
public class SmallHelpers extends Case {

	Service service = service(new Service());

	int kept;

	record Item(int id, long size) {
	}

	private int meet(Item item) {
		return this.service.meet(item.id());
	}

	private static long wide(Service service, byte small, long wide) {
		return service.meet((int) (small + wide));
	}

	final Object boxed(int i) {
		return service.meet(i);
	}

	private int outer(Item item, int shift) {
		return meet(new Item(item.id() + shift, 3));
	}

	private void note(int i) {
		service.meet(i);
	}

	private String text(double d, String text) {
		return service.text(text + d);
	}

	private int of(Service service, int i) {
		return service.meet(i);
	}

	@Override
	@Synchronized
	public Object run() {
		Item one = new Item(1, 10);
		int a = meet(one);
		int b = meet(new Item(2, 20));
		List<Object> results = new ArrayList<>();
		results.add(a + b);
		long c = wide(service, (byte) 3, 4L) + wide(service, (byte) 5, a);
		results.add(c);
		Object d = boxed(3);
		kept = outer(one, b);
		note(12);
		note(kept);
		results.add(d);
		SmallHelpers another = (input == 6) ? null : this;
		results.add(another.of(service, 7));
		SmallHelpers other = (input == 5) ? null : this;
		results.add(other.meet(one) + this.meet(one));
		results.add(text(1.5, "x") + text(2.5, "y"));
		results.add(Stream.of(1, 2).map(this::boxed).toList());
		results.add(Stream.of(one, one).map((item) -> meet(item)).toList());
		int sum = 0;
		for (int i = 0; i < 4; i++) {
			try {
				sum += outer(one, i) + outer(one, i + 1);
			}
			catch (Failure ex) {
				sum += 1000;
			}
		}
		results.add(sum);
		if (input == 7) {
			results.add(meet(null));
		}
		return results;
	}

	class Service {

		@Concurrent
		int meet(int i) {
			if (input == 1 && i == 2 || input == 2 && i == 12 || input == 3 && i == 4 || input == 4 && i == 6) {
				throw new Failure("failed at " + i);
			}
			return i;
		}

		@Concurrent
		String text(String text) {
			return text;
		}

	}

}
