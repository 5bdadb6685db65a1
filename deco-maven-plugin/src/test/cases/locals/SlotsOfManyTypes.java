package cases.locals;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Blocks reuse one slot for values of different types and sizes. */
public class SlotsOfManyTypes extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		StringBuilder log = new StringBuilder();
		for (int i = 0; i < 2; i++) {
			{
				int a = service.small(i);
				String b = service.text(i);
				log.append(a).append(b);
			}
			{
				long c = service.wide(i);
				log.append(c);
			}
			{
				String d = service.text(i);
				int e = service.small(i);
				double f = 1.5;
				log.append(f).append(e).append(d);
			}
			{
				int[] g = { i };
				long h = service.wide(i);
				log.append(g[0]).append(h);
			}
			{
				String unused = service.text(i);
				service.wide(i);
			}
		}
		return log.toString();
	}

	static class Service {

		@Concurrent
		int small(int i) {
			return i + 1;
		}

		@Concurrent
		long wide(int i) {
			return i + 10_000_000_000L;
		}

		@Concurrent
		String text(int i) {
			return "t" + i;
		}

	}

}
