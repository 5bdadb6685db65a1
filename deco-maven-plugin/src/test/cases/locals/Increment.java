package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** iinc on a pending int must await it. */
public class Increment extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int i = service.one();
		int j = service.one();
		i++;
		j += 5;
		short s = (short) service.one();
		s++;
		byte b = (byte) service.one();
		b += 127;
		char c = (char) ('a' + service.one());
		c++;
		return "" + i + j + s + b + c;
	}

	static class Service {

		@Concurrent
		int one() {
			return 1;
		}

	}

}
