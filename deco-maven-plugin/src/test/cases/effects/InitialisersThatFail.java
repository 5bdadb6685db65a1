package cases.effects;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A class that cannot be initialised is left alone if a call before it fails; others do not wait. */
@Inputs(8)
public class InitialisersThatFail extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		if (input == 7) {
			return overlapping();
		}
		try {
			first();
		}
		catch (Failure ex) {
			effect(ex.getMessage());
		}
		return touch();
	}

	@Synchronized
	int first() {
		int a = service.call();
		int b = switch (input / 2) {
			case 0 -> Sized.VALUES.length;
			case 1 -> Divided.VALUE;
			default -> Parsed.VALUE;
		};
		return a + b;
	}

	Object touch() {
		try {
			return switch (input / 2) {
				case 0 -> Sized.VALUES.length;
				case 1 -> Divided.VALUE;
				default -> Parsed.VALUE;
			};
		}
		catch (Throwable ex) {
			return ex.getClass().getName();
		}
	}

	@Synchronized
	Object overlapping() {
		int a = service.overlap(1); // forks
		Object constants = List.of(Constants.RATE, Constants.TIMEOUT, Constants.NAMES, Constants.SIZES,
				Level.HIGH);
		Runnable action = Constants.ACTION;
		int level = Level.LOW.rank;
		int b = service.overlap(2); // forks
		return List.of(a + b, level, constants, action != null); // waits: overlap
	}

	static class Sized {

		static final int[] VALUES = new int[Integer.parseInt("-1")];

	}

	static class Divided {

		static final int ZERO = Integer.parseInt("0");

		static final int VALUE = 1 / ZERO;

	}

	static class Parsed {

		static final int VALUE = Integer.parseInt("none");

	}

	static class Constants {

		static final BigDecimal RATE = new BigDecimal("0.19");

		static final Duration TIMEOUT = Duration.ofSeconds(30);

		static final Map<String, Integer> NAMES = new HashMap<>();

		static final int[] SIZES = { 1, 2, 3 };

		static final Runnable ACTION = () -> {
		};

		static {
			NAMES.put("one", 1);
		}

	}

	enum Level {

		LOW(1, "0.1"), HIGH(2, "0.2");

		final int rank;

		final BigDecimal share;

		Level(int rank, String share) {
			this.rank = rank;
			this.share = new BigDecimal(share);
		}

	}

	class Service {

		@Concurrent
		int call() {
			if (input % 2 == 1) {
				throw new Failure("call");
			}
			return 1;
		}

		@Concurrent
		int overlap(int i) {
			together(2);
			return i;
		}

	}

}
