package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(5)
public class OldSwitches extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int x = service.same(input);
		String text = "";
		switch (x) {
			case 0:
				text += service.name("zero");
			case 1:
				text += "fall";
				break;
			case 2:
				return service.name("two");
			default:
				text = service.name("default");
		}
		switch (service.same(input * 1000)) {
			case 1000:
				x = service.same(10);
				break;
			case 4000:
				x = service.same(40);
			case -7:
				x++;
		}
		return text + x;
	}

	static class Service {

		@Concurrent
		int same(int i) {
			return i;
		}

		@Concurrent
		String name(String s) {
			return s;
		}

	}

}
