package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A helper that catches what it meets must not hide the failure of a call before it. */
@Inputs(2)
public class FailureSwallowedByHelper extends Case {

	Service service = service(new Service());

	String text = "-";

	@Override
	@Synchronized
	public Object run() {
		text = service.text(1); // forks
		int length = length();
		effect("length"); // waits all
		return length + text.length();
	}

	private int length() {
		try {
			return text.length();
		}
		catch (RuntimeException ex) {
			return -1;
		}
	}

	class Service {

		@Concurrent
		String text(int i) {
			if (input == 1) {
				throw new Failure("no text");
			}
			return "text" + i;
		}

	}

}
