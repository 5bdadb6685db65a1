package cases.lent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A function that makes what is inserted reads the key, which a call modifies. */
public class KeyReadByFunction extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell();
		Map<Cell, Integer> map = new HashMap<>();
		int changed = service.change(cell);
		int inserted = map.computeIfAbsent(cell, (key) -> key.value);
		return List.of(changed, inserted);
	}

	static final class Cell {

		int value;

	}

	static class Service {

		@Concurrent
		int change(@Modifies Cell cell) {
			cell.value = 4;
			return cell.value;
		}

	}

}
