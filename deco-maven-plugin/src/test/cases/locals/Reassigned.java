package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class Reassigned extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String s = service.find("a"); // forks
		String t = s;
		s = service.find("b"); // forks
		String u = s;
		s = "plain";
		String joined = s + t;
		s = u;
		return joined + s; // waits: find
	}

	static class Service {

		@Concurrent
		String find(String s) {
			together(2);
			return "<" + s + ">";
		}

	}

}
