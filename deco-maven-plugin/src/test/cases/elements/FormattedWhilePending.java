package cases.elements;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Text that is made of a container shows what was stored in it. */
@Inputs(12)
public class FormattedWhilePending extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		List<String> list = new ArrayList<>();
		Object hidden = list;
		list.add("a" + service.call(1));
		String a = String.format("%s", list);
		list.add("b" + service.call(2));
		String b = "%s".formatted(hidden);
		list.add("c" + service.call(3));
		String c = String.join(",", list);
		list.add("d" + service.call(4));
		String d = String.valueOf(hidden);
		list.add("e" + service.call(5));
		String e = "text".concat(list.get(4));
		list.add("f" + service.call(6));
		StringBuilder builder = new StringBuilder();
		builder.append(hidden).append(list);
		list.add("g" + service.call(7));
		String f = "in " + hidden + " text";
		list.add("h" + service.call(8));
		String g = MessageFormat.format("{0}", hidden);
		list.add("i" + service.call(9));
		String h = list.stream().collect(Collectors.joining("|"));
		list.add("j" + service.call(10));
		StringJoiner joiner = new StringJoiner("/");
		joiner.add(list.get(9));
		list.add("k" + service.call(11));
		char[] letters = list.get(10).toCharArray();
		return List.of(list, a, b, c, d, e, f, g, h, joiner.toString(), builder.toString(), letters);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
