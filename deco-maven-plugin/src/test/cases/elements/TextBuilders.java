package cases.elements;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** A string builder is changed and read in the order of the program. */
@Inputs(13)
public class TextBuilders extends Case {

	Service service = service(new Service());

	List<Object> seen = new ArrayList<>();

	@Override
	@Synchronized
	public Object run() {
		StringBuilder text = new StringBuilder("start");
		CharSequence alias = text;
		text.append(service.call(1)).append("ab");
		text.reverse();
		text.append(service.call(2));
		text.insert(0, service.call(3));
		text.append(service.call(4)).setLength(text.length() - 1);
		text.append(service.call(5));
		text.deleteCharAt(0);
		text.append(service.call(6));
		char a = alias.charAt(alias.length() - 1);
		text.append(service.call(7));
		int b = text.indexOf("7") + text.lastIndexOf("b");
		text.append(service.call(8));
		text.setCharAt(0, 'X');
		text.append(service.call(9));
		String c = text.substring(2);
		text.append(service.call(10));
		text.replace(0, 2, "Y");
		text.append(text.append(service.call(11)).length());
		StringBuilder other = new StringBuilder().append(text);
		text.append(service.call(12));
		boolean d = text.compareTo(other) > 0 || "x".contentEquals(text) || text.isEmpty();
		StringBuffer buffer = new StringBuffer();
		buffer.append(service.call(0)).append(alias);
		seen.add(text);
		seen.add(alias.toString());
		return List.of(a, b, c, d, other.toString(), buffer.toString());
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
