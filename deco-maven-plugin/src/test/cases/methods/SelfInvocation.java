package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class SelfInvocation extends Case {

	@Override
	@Synchronized
	public Object run() {
		service(this);
		int a = twice(1);
		int b = this.twice(2);
		int c = half(8);
		int d = shared(9);
		return a + b + c + d;
	}

	@Concurrent
	public int twice(int i) {
		together(2);
		return 2 * i;
	}

	@Concurrent
	private int half(int i) {
		return i / 2;
	}

	@Concurrent
	static int shared(int i) {
		return i + 1;
	}

}
