package cases.types;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** Results of two classes meet whose superclass is hidden in another package: none can be cast to it. */
@Inputs(2)
public class HiddenSupertypes extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Object object = (input == 0) ? service.builder(1) : service.buffer(2); // forks
		CharSequence text = (input == 0) ? service.builder(3) : service.buffer(4); // forks
		Object[] array = (input == 0) ? service.builders() : service.buffers(); // forks
		int number = service.number(5); // forks
		return List.of(object != null, text.length() + number, array.length); // waits: builder, buffer; waits all
	}

	static class Service {

		@Concurrent
		StringBuilder builder(int i) {
			return new StringBuilder("b" + i);
		}

		@Concurrent
		StringBuffer buffer(int i) {
			return new StringBuffer("buffer" + i);
		}

		@Concurrent
		StringBuilder[] builders() {
			return new StringBuilder[] { new StringBuilder("array") };
		}

		@Concurrent
		StringBuffer[] buffers() {
			return new StringBuffer[2];
		}

		@Concurrent
		int number(int i) {
			return i;
		}

	}

}
