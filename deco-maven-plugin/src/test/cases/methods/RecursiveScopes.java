package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Each invocation has its own scope; a pool of one thread is enough. */
@Inputs(3)
public class RecursiveScopes extends Case {

	@Override
	public Object run() {
		service(this);
		return fibonacci((input == 0) ? 9 : 5);
	}

	@Concurrent
	@Synchronized
	public int fibonacci(int n) {
		if (n < 2) {
			if (input == 2 && n == 0) {
				throw new Failure("zero");
			}
			return n;
		}
		int a = fibonacci(n - 1);
		int b = fibonacci(n - 2);
		return a + b;
	}

}
