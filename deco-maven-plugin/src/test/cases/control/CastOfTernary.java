package cases.control;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

/** A cast that follows either of two calls fails before the next effect. */
@Inputs(4)
public class CastOfTernary extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String text;
		try {
			text = (String) ((input % 2 == 0) ? service.object(1) : service.object(2));
			effect("cast");
		}
		catch (ClassCastException ex) {
			text = "no text";
		}
		return text;
	}

	class Service {

		@Concurrent
		Object object(int i) {
			return (input < 2) ? "text " + i : (Object) i;
		}

	}

}
