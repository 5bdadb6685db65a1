package cases.streams;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A filter reads what the calls for earlier elements modify. */
public class FilterReadsModified extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell();
		return List.of(cell, cell).stream().filter((each) -> each.value < 1).map((each) -> service.change(each)).toList();
	}

	static class Cell {

		int value;

	}

	static class Service {

		@Concurrent
		int change(@Modifies Cell cell) {
			cell.value++;
			return cell.value;
		}

	}

}
