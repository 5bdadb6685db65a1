package cases.flow;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class PendingVarargs extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int a = service.sum(1, 2, 3);
		int b = service.sum(a, a);
		int c = service.sum();
		Integer d = service.sum(a, b, c);
		String e = service.join("-", a, d, "x");
		return e + service.join("+", (Object[]) new String[] { "p", e });
	}

	static class Service {

		@Concurrent
		int sum(int... all) {
			return IntStream.of(all).sum();
		}

		@Concurrent
		String join(String separator, Object... all) {
			return String.join(separator, Stream.of(all).map(String::valueOf).toList());
		}

	}

}
