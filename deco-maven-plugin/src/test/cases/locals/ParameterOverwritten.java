package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ParameterOverwritten extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		return replace("a", 2L, new int[] { 1, 2 }) + replace("b", -2L, new int[0]);
	}

	@Synchronized
	String replace(String s, long l, int[] array) {
		s = service.text(s);
		l = service.wide(l);
		if (array.length > 1) {
			array = service.array(array[1]);
		}
		return s + l + array.length;
	}

	static class Service {

		@Concurrent
		String text(String s) {
			return s + "!";
		}

		@Concurrent
		long wide(long l) {
			return l * l;
		}

		@Concurrent
		int[] array(int length) {
			return new int[length + 7];
		}

	}

}
