package cases.lent;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class VoidCallFillsList extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<String> list = new ArrayList<>();
		service.fill(list, 2);
		int a = list.size();
		List<String> alias = list;
		service.fill(list, 3);
		int b = alias.size();
		service.fill(alias, 1);
		for (String s : list) {
			b += s.length();
		}
		service.fill(list, 4);
		boolean empty = list.isEmpty();
		service.fill(list, 1);
		return List.of(a, b, empty, alias);
	}

	static class Service {

		@Concurrent
		void fill(List<String> list, int n) {
			for (int i = 0; i < n; i++) {
				list.add("s" + i);
			}
		}

	}

}
