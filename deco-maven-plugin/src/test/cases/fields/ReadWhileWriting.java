package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ReadWhileWriting extends Case {

	Service service = service(new Service());

	int value = 1;

	String text = "a";

	@Override
	@Synchronized
	public Object run() {
		value = value + service.same(value);
		value = service.same(value) + value;
		int old = value;
		value = service.same(10);
		int fresh = value;
		value = service.same(value);
		text = service.join(text, text = service.join(text, "b"));
		value = old - (value = service.same(3));
		return old + "," + fresh + "," + value + text;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		String join(String a, String b) {
			return a + b;
		}

	}

}
