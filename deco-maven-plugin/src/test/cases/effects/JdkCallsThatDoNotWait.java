package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class JdkCallsThatDoNotWait extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String name = "some name";
		int a = service.twice(1); // forks
		int max = Math.max(name.length(), Integer.parseInt("5"));
		String upper = name.substring(2, 4).toUpperCase();
		boolean same = name.equals(upper) || name.isEmpty();
		Integer boxed = Integer.valueOf(max);
		int b = service.twice(boxed); // forks
		return a + b + upper + same; // waits: twice
	}

	static class Service {

		@Concurrent
		int twice(int i) {
			together(2);
			return 2 * i;
		}

	}

}
