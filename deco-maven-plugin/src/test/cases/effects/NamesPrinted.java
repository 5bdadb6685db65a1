package cases.effects;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A toString method that has an effect does not run if an earlier call fails. */
@Inputs(4)
public class NamesPrinted extends Case {

	Service service = service(new Service());

	Name name = new Loud("loud");

	@Override
	@Synchronized
	public Object run() {
		Own own = new Own("own");
		if (input < 2) {
			int call = service.call(1);
			String text = "name " + name;
			return text + call;
		}
		int call = service.call(3);
		String text = "own " + own;
		return text + call;
	}

	static class Name {

		final String text;

		Name(String text) {
			this.text = text;
		}

	}

	static class Loud extends Name {

		Loud(String text) {
			super(text);
		}

		@Override
		public String toString() {
			effect(text);
			return text;
		}

	}

	static final class Own {

		final String text;

		Own(String text) {
			this.text = text;
		}

		@Override
		public String toString() {
			effect(text);
			return text;
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
