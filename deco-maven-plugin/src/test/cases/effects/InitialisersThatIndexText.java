package cases.effects;

import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/**
 * An index that may be out of bounds lets a static initialiser fail, also that of text in a
 * builder.
 */
@Inputs(2)
public class InitialisersThatIndexText extends Case {

	private final Service service = service(new Service());

	@Override
	public Object run() {
		return outcome(this::text) + outcome(Prefixes::first);
	}

	private static String outcome(Supplier<Object> supplier) {
		try {
			return String.valueOf(supplier.get());
		}
		catch (Failure | LinkageError ex) {
			return ex.getClass().getSimpleName();
		}
	}

	@Synchronized
	int text() {
		int first = this.service.call(1); // forks
		char prefix = Prefixes.FIRST; // waits all
		return first + prefix;
	}

	static class Prefixes {

		static final StringBuilder ALL = new StringBuilder("");

		static final char FIRST = ALL.charAt(0);

		static char first() {
			return FIRST;
		}

	}

	class Service {

		@Concurrent
		int call(int number) {
			if (input == 1) {
				throw new Failure("call " + number);
			}
			return number;
		}

	}

}
