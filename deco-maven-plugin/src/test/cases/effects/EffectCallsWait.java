package cases.effects;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A concurrent call changes what a later call in the method reads. */
public class EffectCallsWait extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<String> log = new ArrayList<>();
		service.set("one");
		log.add(service.read());
		service.set("two");
		log.add(service.read());
		return log;
	}

	static class Service {

		private String state = "";

		@Concurrent
		void set(String s) {
			state = s;
		}

		String read() {
			return state + recorded();
		}

		private int recorded() {
			effect("read " + state);
			return 0;
		}

	}

}
