package cases.methods;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** The call goes to an interface that knows nothing of concurrency. */
public class AnnotatedImplementation extends Case {

	Finder first = service(new Slow());

	Finder second = service(new Other());

	Finder plain = new Plain();

	@Override
	@Synchronized
	public Object run() {
		String a = first.find(1);
		String b = second.find(2);
		String c = plain.find(3);
		String d = "";
		for (Finder finder : List.of(first, plain, second)) {
			d = finder.find(d.length());
		}
		return a + b + c + d;
	}

	interface Finder {

		String find(int i);

	}

	static class Slow implements Finder {

		@Override
		@Concurrent
		public String find(int i) {
			return "slow" + i;
		}

	}

	@Concurrent
	static class Other implements Finder {

		@Override
		public String find(int i) {
			return "other" + i;
		}

	}

	static class Plain implements Finder {

		@Override
		public String find(int i) {
			effect("plain " + i);
			return "plain" + i;
		}

	}

}
