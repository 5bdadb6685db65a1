package cases.effects;

import io.deco.Concurrent;
import io.deco.SideEffectFree;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class SideEffectFreeAnnotated extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.twice(1); // forks
		int b = service.twice(length("four")); // forks
		return a + b; // waits: twice
	}

	@SideEffectFree
	private int length(String s) {
		return s.chars().map((c) -> 1).sum();
	}

	static class Service {

		@Concurrent
		int twice(int i) {
			together(2);
			return 2 * i;
		}

	}

}
