package cases.effects;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Small methods write to a field, read a part of their argument, and use a list of any class. */
@Inputs(3)
public class SmallMethodsCalled extends Case {

	static final List<String> LOUD = new LoudList();

	Cell inner = new Cell();

	Cell outer = new Cell();

	Service service = service(new Service());

	@Override
	public Object run() {
		List<Object> seen = new ArrayList<>();
		try {
			seen.add(calls());
		}
		catch (Failure ex) {
			seen.add(ex.getMessage());
		}
		seen.add(inner.value);
		return seen;
	}

	@Synchronized
	Object calls() {
		outer.next = inner;
		int a = service.change(inner);
		int b = valueOfNext(outer);
		int c = service.call(1);
		inner.increment();
		int d = service.call(2);
		int e = size();
		return List.of(a, b, c, d, e);
	}

	private static int valueOfNext(Cell cell) {
		return cell.next.get();
	}

	private static int size() {
		return LOUD.size();
	}

	static class Cell {

		int value;

		Cell next;

		final int get() {
			return value;
		}

		final void increment() {
			value++;
		}

	}

	static class LoudList extends AbstractList<String> {

		@Override
		public String get(int i) {
			return "element";
		}

		@Override
		public int size() {
			effect("size");
			return 2;
		}

	}

	class Service {

		@Concurrent
		int change(@Modifies Cell cell) {
			cell.value += 3;
			return cell.value;
		}

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
