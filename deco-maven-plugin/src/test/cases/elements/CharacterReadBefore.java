package cases.elements;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A character is read, at a pending index, from a text that a later call turns round. */
public class CharacterReadBefore extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		StringBuilder text = new StringBuilder("abc");
		char first = text.charAt(service.index());
		if (service.reverse(text) > 0) {
			return first + " of what is now " + text;
		}
		return "not reached";
	}

	static class Service {

		@Concurrent
		int index() {
			return 0;
		}

		@Concurrent
		int reverse(@Modifies StringBuilder text) {
			text.reverse();
			return text.length();
		}

	}

}
