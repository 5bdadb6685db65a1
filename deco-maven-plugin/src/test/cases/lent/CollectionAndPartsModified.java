package cases.lent;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/**
 * A call that modifies what is reached through its arguments is not expected to modify a
 * collection that way over which the caller iterates, but one that it was given.
 */
@Inputs(5)
public class CollectionAndPartsModified extends Case {

	private final Service service = service(new Service());

	private final Map<String, Cell> cells = new HashMap<>(Map.of("a", new Cell(), "b", new Cell()));

	@Override
	public Object run() {
		return switch (input) {
			case 0 -> both();
			case 1 -> oneAfterTheOther(new Holder());
			case 2 -> behindAnEntry();
			case 3 -> throughAView(new Holder());
			default -> entries();
		};
	}

	@Synchronized
	Object both() {
		Iterator<String> keys = this.cells.keySet().iterator();
		this.service.change(this.cells); // forks
		return keys.next();
	}

	@Synchronized
	Object oneAfterTheOther(Holder holder) {
		Iterator<String> keys = this.cells.keySet().iterator();
		this.service.drop(this.cells); // forks
		this.service.change(holder); // forks
		return keys.next() + holder.cell.value;
	}

	@Synchronized
	Object behindAnEntry() {
		Map<String, int[]> map = new HashMap<>();
		map.put("a", new int[] { 1 });
		int sum = 0;
		for (Map.Entry<String, int[]> entry : map.entrySet()) {
			this.service.replace(entry); // forks
			sum += entry.getValue()[0];
		}
		return sum;
	}

	@Synchronized
	Object throughAView(Holder holder) {
		Iterator<String> keys = this.cells.keySet().iterator();
		this.service.cut(this.cells.values()); // forks
		this.service.change(holder); // forks
		return keys.next() + holder.cell.value;
	}

	@Synchronized
	Object entries() {
		int sum = 0;
		for (Cell cell : this.cells.values()) {
			Holder holder = new Holder();
			this.service.change(holder); // forks
			sum += 1;
		}
		return sum;
	}

	static class Cell {

		int value;

	}

	static class Holder {

		final Cell cell = new Cell();

	}

	static class Service {

		@Concurrent
		public void change(Map<String, Cell> map) {
			map.get("a").value = 4;
			map.remove("b");
		}

		@Concurrent
		public void drop(Map<String, Cell> map) {
			map.remove("b");
		}

		@Concurrent
		public void change(Holder holder) {
			holder.cell.value = 10;
		}

		@Concurrent
		public void replace(Map.Entry<String, int[]> entry) {
			entry.getValue()[0] = 3;
			entry.setValue(new int[] { 70 });
		}

		@Concurrent
		public void cut(Collection<Cell> shown) {
			shown.clear();
		}

	}

}
