package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A value is awaited once and may be used again, through copies too. */
public class UsedTwice extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String s = service.find("a");
		String copy = s;
		String other = service.find("b");
		String joined = s + s + copy;
		boolean same = s == copy;
		return joined + other + same + copy.length() + s.length();
	}

	static class Service {

		@Concurrent
		String find(String s) {
			together(2);
			return s + ".";
		}

	}

}
