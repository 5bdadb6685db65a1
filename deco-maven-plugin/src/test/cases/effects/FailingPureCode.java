package cases.effects;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Pure code that fails itself, after a call that fails or does not. */
@Inputs(10)
public class FailingPureCode extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		service.call();
		return switch (input / 2) {
			case 0 -> Integer.parseInt("no number");
			case 1 -> List.of(1, 2).get(5);
			case 2 -> "text".substring(9);
			case 3 -> new int[-1].length;
			default -> divide(1, 0);
		};
	}

	private static int divide(int a, int b) {
		return a / b;
	}

	class Service {

		@Concurrent
		void call() {
			if (input % 2 == 1) {
				throw new Failure("call");
			}
		}

	}

}
