package cases.streams;

import java.util.List;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/**
 * The collector fails, on the line of the call that ends the pipeline.
 */
public class CollectedTwice extends Case {

	private final Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		return List.of(1, 2).stream().collect(Collectors.toMap((item) -> 0, (item) -> this.service.text(item)));
	}

	static class Service {

		@Concurrent
		public String text(int item) {
			return "t" + item;
		}

	}

}
