package cases.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Objects that others reach through a part of them, or from the handler that caught them. */
@Inputs(9)
public class OwnObjectsHandedOn extends Case {

	Service service = service(new Service());

	List<Object> shared = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		return switch (input / 2) {
			case 0 -> throughView();
			case 1 -> throughLambda();
			case 2 -> throughList();
			case 3 -> caught();
			default -> kept();
		};
	}

	@Synchronized
	int throughView() {
		Viewed own = new Viewed();
		shared.add(own.view);
		int a = service.call();
		own.value = 5;
		return own.value + a;
	}

	@Synchronized
	int throughLambda() {
		Supplied own = new Supplied(1);
		shared.add(own.supplier.get());
		int a = service.call();
		own.value = 5;
		return own.value + a;
	}

	@Synchronized
	int throughList() {
		Listed own = new Listed();
		shared.add(own.all);
		int a = service.call();
		own.value = 5;
		return own.value + a;
	}

	@Synchronized
	int caught() {
		Trouble own = new Trouble();
		try {
			throw own;
		}
		catch (Trouble ex) {
			shared.add(ex);
		}
		int a = service.call();
		own.value = 5;
		return own.value + a;
	}

	@Synchronized
	int kept() {
		int a = service.overlap(); // forks
		Kept own = new Kept(2);
		own.value += 5;
		int b = service.overlap(); // forks
		return own.value + a + b; // waits: overlap
	}

	static class Viewed {

		int value;

		View view = new View(this);

	}

	static class View {

		final Viewed viewed;

		View(Viewed viewed) {
			this.viewed = viewed;
		}

	}

	static class Supplied {

		int value;

		final Supplier<Object> supplier;

		Supplied(int value) {
			this.value = value;
			this.supplier = () -> this;
		}

	}

	static class Ancestor {

		int value;

		Object[] all = { this };

	}

	static class Listed extends Ancestor {

	}

	static class Kept {

		int value;

		final int twice;

		Kept(int value) {
			this.value = value;
			this.twice = twice();
		}

		int twice() {
			return 2 * this.value;
		}

	}

	static class Trouble extends RuntimeException {

		int value;

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
		int overlap() {
			together(2);
			return 2;
		}

	}

}
