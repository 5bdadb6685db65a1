package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call that modifies an object starts after those that only read it. */
public class ReadersThenModifier extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		StringBuilder text = new StringBuilder("a");
		List<Object> log = new ArrayList<>();
		String r1 = service.read(text);
		String r2 = service.read(text);
		service.append(text, "b");
		String r3 = service.read(text);
		service.append(text, "c");
		service.append(text, "d");
		String r4 = service.read(text);
		return r1 + "," + r2 + "," + r3 + "," + r4;
	}

	static class Service {

		@Concurrent
		String read(StringBuilder text) {
			return text.toString();
		}

		@Concurrent
		void append(StringBuilder text, String s) {
			text.append(s);
		}

	}

}
