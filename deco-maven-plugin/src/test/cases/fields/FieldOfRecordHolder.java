package cases.fields;

import java.util.Arrays;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class FieldOfRecordHolder extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell cell = new Cell();
		Holder holder = new Holder("h", cell);
		holder.cell().text = service.text(1);
		String a = holder.toString();
		holder.cell().text = service.text(2);
		boolean b = holder.equals(new Holder("h", cell));
		Cell[] cells = { cell, new Cell() };
		cells[1].text = service.text(3);
		cells[0].text = service.text(4);
		return a + b + holder.cell().text + cells[1].text + Arrays.toString(cells);
	}

	record Holder(String name, Cell cell) {
	}

	static class Cell {

		String text = "";

		@Override
		public String toString() {
			return "<" + text + ">";
		}

	}

	static class Service {

		@Concurrent
		String text(int i) {
			return "text" + i;
		}

	}

}
