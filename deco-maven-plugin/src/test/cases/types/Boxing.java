package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class Boxing extends Case {

	Service service = service(new Service());

	Integer boxedField;

	int plainField;

	Object anyField;

	@Override
	@Synchronized
	public Object run() {
		Integer a = service.plain(1);
		int b = service.boxed(2);
		Object c = service.plain(3);
		long d = service.boxed(4);
		Number e = service.boxed(5);
		boxedField = service.plain(6);
		plainField = service.boxed(7);
		anyField = service.plain(8);
		Character f = service.letter('a');
		Long g = service.wide(9);
		int h = (int) (long) g;
		return a + b + "," + c + "," + d + "," + e + "," + f + "," + g + "," + h + c.getClass();
	}

	static class Service {

		@Concurrent
		int plain(int i) {
			return i;
		}

		@Concurrent
		Integer boxed(int i) {
			return i;
		}

		@Concurrent
		char letter(char c) {
			return c;
		}

		@Concurrent
		long wide(long l) {
			return l;
		}

	}

}
