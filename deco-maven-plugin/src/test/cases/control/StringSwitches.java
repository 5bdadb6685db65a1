package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class StringSwitches extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String key = service.key(input);
		String other = service.key(0);
		int y = service.same(1);
		switch (key) {
			case "Aa":
				y = service.same(2);
				break;
			case "BB":
				y += service.same(3);
				break;
			default:
				other = service.key(2);
		}
		String z = switch (other) {
			case "Aa", "x" -> key + y;
			case "BB" -> service.key(y);
			default -> throw new Failure("other " + other);
		};
		return y + z;
	}

	static class Service {

		@Concurrent
		String key(int i) {
			return switch (i) {
				case 0 -> "Aa";
				case 1 -> "BB";
				case 2 -> "C";
				default -> null;
			};
		}

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
