package cases.effects;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Exceptions are filled, suppressed and chained in the order of the program. */
@Inputs(8)
public class ThrowablesChanged extends Case {

	Service service = service(new Service());

	final RuntimeException kept = new RuntimeException("kept");

	final List<Throwable> seen = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		int a = service.call(1);
		kept.addSuppressed(new IllegalStateException("one"));
		a += service.call(2);
		kept.initCause(new IllegalArgumentException("two"));
		String b = kept.getMessage();
		seen.add(kept);
		try {
			a += service.call(3);
			throw new Odd(service.call(4));
		}
		catch (Odd ex) {
			ex.addSuppressed(kept);
			ex.number += service.call(5);
			seen.add(ex);
		}
		int c = seen.get(0).getSuppressed().length;
		RuntimeException own = new RuntimeException("own " + service.call(6));
		own.addSuppressed(kept);
		a += service.call(7);
		if (a > 100) {
			throw own;
		}
		seen.add(own);
		return List.of(a, b, c);
	}

	static class Odd extends RuntimeException {

		int number;

		Odd(int number) {
			super("odd " + number);
			this.number = number;
		}

	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
