package cases.fields;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Constants of an enum with a field whose reads wait, and a record that reads it: neither gets a serial version. */
@Inputs(3)
public class FieldsOfEnums extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Cell.A.value = service.call(1); // forks
		int first = Cell.A.get();
		Cell.B.value = service.call(2); // forks
		int second = new Reader(Cell.B).read();
		return List.of(first, second, fields(Cell.class), fields(Cell.B.getClass()), fields(Reader.class)); // waits all
	}

	static List<String> fields(Class<?> type) {
		List<String> names = new ArrayList<>();
		for (Field field : type.getDeclaredFields()) {
			if (!field.isSynthetic() && Modifier.isStatic(field.getModifiers())) {
				names.add(field.getName());
			}
		}
		return names;
	}

	enum Cell {

		A, B {

			@Override
			int get() {
				return value * 10;
			}

		};

		int value;

		int get() {
			return value;
		}

	}

	record Reader(Cell cell) implements java.io.Serializable {

		int read() {
			return this.cell.value + this.cell.get();
		}

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
