package cases.python;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class AttributeRead extends Case {

	Service service = service(new Service());

	int attribute = 1;

	@Override
	@Synchronized
	public Object run() {
		AttributeRead self = this;
		self.attribute = service.work(1);
		return attribute + 1;
	}

	static class Service {

		@Concurrent
		int work(int i) {
			return 10 * i;
		}

	}

}
