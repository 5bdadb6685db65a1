package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class FanOutFanIn extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.leaf(1); // forks
		int b = service.leaf(2); // forks
		int c = service.leaf(3); // forks
		int d = service.leaf(4); // forks
		int e = service.leaf(5); // forks
		int f = service.leaf(6); // forks
		int g = service.leaf(7); // forks
		int h = service.leaf(8); // forks
		int ab = service.sum(a, b); // forks
		int cd = service.sum(c, d); // forks
		int ef = service.sum(e, f); // forks
		int gh = service.sum(g, h); // forks
		int ad = service.sum(ab, cd); // forks
		int eh = service.sum(ef, gh); // forks
		int sum = service.sum(ad, eh); // forks
		return sum; // waits: sum
	}

	static class Service {

		@Concurrent
		int leaf(int i) {
			together(8);
			return i * i;
		}

		@Concurrent
		int sum(int a, int b) {
			return 10 * a + b;
		}

	}

}
