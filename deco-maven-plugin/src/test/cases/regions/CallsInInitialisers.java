package cases.regions;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.SideEffectFree;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/**
 * Calls made while a class is initialised run in the initialising thread: others would wait for the class.
 */
@Inputs(7)
public class CallsInInitialisers extends Case {

	static Service service;

	/** How many of the calls that need a class have begun. */
	static final AtomicInteger begun = new AtomicInteger();

	int after;

	@Override
	@Synchronized
	public Object run() {
		service = service(new Service());
		int before = service.plain(1);
		Object read = switch (input) {
			case 0 -> Direct.VALUE;
			case 1 -> ThroughMethods.VALUE;
			case 2 -> ThroughInterface.VALUE;
			case 3 -> ThroughLambda.VALUE;
			case 4 -> new Created().value;
			case 5 -> Streamed.VALUES;
			default -> failed();
		};
		this.after = service.plain(2);
		return List.of(before, read, this.after, overlap());
	}

	/** Nothing of an initialiser is left when it has ended, however it ended. */
	@Synchronized
	private int overlap() {
		int first = service.meet(1);
		int second = service.meet(2);
		return first + second;
	}

	/** Gives a call the time to be begun by another thread. */
	@SideEffectFree
	static void begin(int calls) {
		while (begun.get() < calls) {
			Thread.onSpinWait();
		}
	}

	private static Object failed() {
		try {
			return Failing.VALUE;
		}
		catch (ExceptionInInitializerError ex) {
			return ex.getCause().getMessage();
		}
	}

	static class Direct {

		static int offset = 10;

		static final int VALUE = load();

		@Synchronized
		static int load() {
			int first = service.direct(1);
			begin(1);
			int second = service.direct(2);
			return first + second;
		}

	}

	static class ThroughMethods {

		static int offset = 20;

		static final int VALUE = new Loader().start();

	}

	static class Loader {

		int start() {
			return step();
		}

		private int step() {
			return load();
		}

		@Synchronized
		int load() {
			int first = service.throughMethods(1);
			begin(1);
			int second = service.throughMethods(2);
			return first + second;
		}

	}

	interface Source {

		int get();

	}

	static class OfService implements Source {

		@Override
		@Synchronized
		public int get() {
			int first = service.throughInterface(1);
			begin(1);
			return first + service.throughInterface(2);
		}

	}

	static class ThroughInterface {

		static int offset = 30;

		static final Source SOURCE = new OfService();

		static final int VALUE = SOURCE.get();

	}

	static class ThroughLambda {

		static int offset = 40;

		static final int VALUE = ask(() -> load());

		static int ask(Supplier<Integer> supplier) {
			return supplier.get();
		}

		@Synchronized
		static int load() {
			int first = service.throughLambda(1);
			begin(1);
			return first + service.throughLambda(2);
		}

	}

	static class Created {

		static int offset = 50;

		static final Created FIRST = new Created();

		final int value;

		Created() {
			this.value = load();
		}

		@Synchronized
		private int load() {
			int first = service.created(1);
			begin(1);
			return first + service.created(2);
		}

	}

	static class Streamed {

		static int offset = 60;

		static final List<Integer> VALUES = load();

		@Synchronized
		static List<Integer> load() {
			return List.of(1, 2, 3).stream().map((i) -> service.streamed(i)).toList();
		}

	}

	static class Failing {

		static int offset = 70;

		static final int VALUE = load();

		@Synchronized
		static int load() {
			int first = service.failing(1);
			begin(1);
			int second = service.failing(2);
			return first + second;
		}

	}

	static class Service {

		@Concurrent
		int plain(int i) {
			return i;
		}

		@Concurrent
		int meet(int i) {
			together(2);
			return i;
		}

		@Concurrent
		int direct(int i) {
			begun.incrementAndGet();
			return i + Direct.offset;
		}

		@Concurrent
		int throughMethods(int i) {
			begun.incrementAndGet();
			return i + ThroughMethods.offset;
		}

		@Concurrent
		int throughInterface(int i) {
			begun.incrementAndGet();
			return i + ThroughInterface.offset;
		}

		@Concurrent
		int throughLambda(int i) {
			begun.incrementAndGet();
			return i + ThroughLambda.offset;
		}

		@Concurrent
		int created(int i) {
			begun.incrementAndGet();
			return i + Created.offset;
		}

		@Concurrent
		int streamed(int i) {
			begun.incrementAndGet();
			return i + Streamed.offset;
		}

		@Concurrent
		int failing(int i) {
			begun.incrementAndGet();
			if (i == 1) {
				throw new Failure("failing " + Failing.offset);
			}
			return i + Failing.offset;
		}

	}

}
