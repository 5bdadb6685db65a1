package cases.types;

import java.util.Objects;
import java.util.Optional;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(2)
public class NullResults extends Case {

	Service service = service(new Service());

	String field = "unset";

	@Override
	@Synchronized
	public Object run() {
		String a = service.maybe("a");
		String b = service.maybe("b");
		field = service.maybe("c");
		Object c = null;
		if (a == null) {
			effect("a is null");
			c = service.maybe("d");
		}
		String d = (b != null) ? b : "else";
		boolean isString = service.maybe("e") instanceof String;
		return a + d + c + isString + Optional.ofNullable(service.maybe("f")).isPresent() + Objects.hashCode(a);
	}

	class Service {

		@Concurrent
		String maybe(String s) {
			return (input == 0) ? null : s;
		}

	}

}
