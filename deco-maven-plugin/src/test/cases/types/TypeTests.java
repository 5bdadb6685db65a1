package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(4)
public class TypeTests extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Object o = service.any();
		Object p = service.any();
		if (o instanceof Integer i && i > 1) {
			return "int " + i;
		}
		if (!(p instanceof CharSequence s)) {
			return "other " + (o instanceof int[]) + (o instanceof Comparable<?>);
		}
		CharSequence t = (CharSequence) o;
		return s.length() + t.toString();
	}

	class Service {

		@Concurrent
		Object any() {
			return switch (input) {
				case 0 -> 5;
				case 1 -> "text";
				case 2 -> new int[] { 1 };
				default -> new StringBuilder("sb");
			};
		}

	}

}
