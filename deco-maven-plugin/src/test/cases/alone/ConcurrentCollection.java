package cases.alone;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ConcurrentCollection extends Case {

	Remote remote = service(new Remote());

	@Override
	@Synchronized
	public Object run() {
		List<Integer> plain = new ArrayList<>();
		List<Integer> shared = remote;
		plain.add(remote.get(1));
		shared.add(2);
		plain.add(shared.get(3));
		plain.set(0, 4);
		Map<Integer, Integer> map = new HashMap<>();
		map.put(1, shared.get(5));
		shared.set(6, map.get(1));
		return List.of(plain, map, shared.size());
	}

	class Remote extends AbstractList<Integer> {

		private final List<Integer> added = new ArrayList<>();

		@Override
		@Concurrent
		public boolean add(Integer number) {
			synchronized (this.added) {
				return this.added.add(number);
			}
		}

		@Override
		@Concurrent
		public Integer get(int number) {
			return 10 * number;
		}

		@Override
		@Concurrent
		public Integer set(int index, Integer number) {
			return number;
		}

		@Override
		public int size() {
			synchronized (this.added) {
				return this.added.size();
			}
		}

	}

}
