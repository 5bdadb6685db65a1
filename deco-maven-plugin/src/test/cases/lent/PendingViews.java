package cases.lent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A pending argument turns out to be a view of what is stored in, or an array under a supertype. */
public class PendingViews extends Case {

	Service service = service(new Service());

	Map<String, Integer> map = new HashMap<>();

	Set<String> keys = map.keySet();

	Integer[] array = { 1, 2 };

	List<Integer> list = Arrays.asList(array);

	Integer[][] table = { { 1 } };

	@Override
	@Synchronized
	public Object run() {
		map.put("k", 1);
		map.put("l", service.call(7));
		int a = service.size(service.keys());
		array[0] = service.call(8);
		int b = service.first(service.list());
		array[0] = service.call(9);
		int c = service.first(service.numbers());
		table[0] = service.row();
		int d = service.size(service.rows());
		return List.of(a, b, c, d);
	}

	class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		Integer[] row() {
			return new Integer[] { 1, 2, 3 };
		}

		@Concurrent
		Set<String> keys() {
			return keys;
		}

		@Concurrent
		List<Integer> list() {
			return list;
		}

		@Concurrent
		Number[] numbers() {
			return array;
		}

		@Concurrent
		Object[][] rows() {
			return table;
		}

		@Concurrent
		int size(Set<String> set) {
			return set.size();
		}

		@Concurrent
		int size(Object[][] rows) {
			return rows[0].length;
		}

		@Concurrent
		int first(List<Integer> list) {
			return list.get(0);
		}

		@Concurrent
		int first(Number[] numbers) {
			return numbers[0].intValue();
		}

	}

}
