package cases.lent;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/**
 * A caller holds views of a collection, over which it does not iterate while a call
 * modifies that as a part of its argument.
 */
@Inputs(4)
public class ViewsReadAfterPartsModified extends Case {

	private final Service service = service(new Service());

	private final Map<String, Integer> map = new HashMap<>(Map.of("a", 1));

	private final Holder holder = new Holder(map);

	@Override
	public Object run() {
		return switch (input) {
			case 0 -> size();
			case 1 -> iteratedLater();
			case 2 -> iteratedAgain();
			default -> searched();
		};
	}

	@Synchronized
	Object size() {
		Set<String> names = this.map.keySet();
		this.service.fill(this.holder); // forks
		return names.size();
	}

	@Synchronized
	Object iteratedLater() {
		Collection<Integer> values = this.map.values();
		this.service.fill(this.holder); // forks
		int sum = 0;
		for (Integer value : values) {
			sum += value;
		}
		return sum;
	}

	@Synchronized
	Object iteratedAgain() {
		Set<Map.Entry<String, Integer>> entries = this.map.entrySet();
		int sum = 0;
		for (int i = 0; i < 3; i++) {
			for (Map.Entry<String, Integer> entry : entries) {
				sum += entry.getValue();
			}
			this.service.fill(this.holder); // forks
		}
		return sum;
	}

	@Synchronized
	Object searched() {
		Collection<Integer> values = this.map.values();
		this.service.fill(this.holder); // forks
		return values.contains(5);
	}

	record Holder(Map<String, Integer> map) {
	}

	static class Service {

		@Concurrent
		public void fill(Holder holder) {
			holder.map.put("b" + holder.map.size(), 5);
		}

	}

}
