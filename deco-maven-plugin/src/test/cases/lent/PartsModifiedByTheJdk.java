package cases.lent;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls modify parts of their argument by methods of the JDK of many names. */
public class PartsModifiedByTheJdk extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] numbers = { 0, 0 };
		TreeMap<Integer, Integer> map = new TreeMap<>(Map.of(1, 2, 3, 4));
		StringBuilder text = new StringBuilder("ab");
		List<Integer> list = Arrays.asList(1, 2, 3);
		Parts parts = new Parts(numbers, map, text, list);
		service.copyArray(parts);
		int a = numbers[1];
		service.setAll(parts);
		int b = numbers[1];
		service.pollFirst(parts);
		int c = map.size();
		service.setCharacter(parts);
		char d = text.charAt(1);
		service.rotate(parts);
		int e = list.get(0);
		service.copyList(parts);
		int f = list.get(0);
		return List.of(a, b, c, d, e, f);
	}

	record Parts(int[] numbers, TreeMap<Integer, Integer> map, StringBuilder text, List<Integer> list) {
	}

	static class Service {

		@Concurrent
		void copyArray(Parts parts) {
			System.arraycopy(new int[] { 5, 6 }, 0, parts.numbers, 0, 2);
		}

		@Concurrent
		void setAll(Parts parts) {
			Arrays.setAll(parts.numbers, (i) -> i + 3);
		}

		@Concurrent
		void pollFirst(Parts parts) {
			parts.map.pollFirstEntry();
		}

		@Concurrent
		void setCharacter(Parts parts) {
			parts.text.setCharAt(1, 'z');
		}

		@Concurrent
		void rotate(Parts parts) {
			Collections.rotate(parts.list, 1);
		}

		@Concurrent
		void copyList(Parts parts) {
			Collections.copy(parts.list, List.of(4));
		}

	}

}
