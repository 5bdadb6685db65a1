package cases.control;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class ForEach extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Map<String, Integer> lengths = new LinkedHashMap<>();
		for (String word : service.words()) {
			lengths.put(word, service.length(word));
		}
		int total = 0;
		for (int length : lengths.values()) {
			total += service.same(length);
		}
		int[] numbers = { 1, 2, 3 };
		for (int n : numbers) {
			total += service.same(n);
		}
		for (Iterator<String> i = service.words().iterator(); i.hasNext();) {
			String word = i.next();
			if (word.length() > 1) {
				total += service.length(word);
			}
		}
		return lengths + " " + total;
	}

	class Service {

		@Concurrent
		List<String> words() {
			return List.of("a", "bb", "ccc");
		}

		@Concurrent
		int length(String s) {
			if (input == 1 && s.equals("bb")) {
				throw new Failure(s);
			}
			return s.length();
		}

		@Concurrent
		int same(int i) {
			return i;
		}

	}

}
