package cases.types;

import java.util.EnumMap;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class Enums extends Case {

	Service service = service(new Service());

	Colour field = Colour.RED;

	@Override
	@Synchronized
	public Object run() {
		Colour a = service.colour(input);
		Colour b = service.colour(0);
		field = service.colour(1);
		Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
		counts.put(service.colour(2), 7);
		counts.merge(b, 1, Integer::sum);
		String text = switch (a) {
			case RED -> "stop";
			case AMBER -> "wait";
			case GREEN -> {
				String go = service.colour(2).name();
				yield go;
			}
		};
		return text + (a == b) + b.ordinal() + field + counts + a.compareTo(b);
	}

	enum Colour {

		RED, AMBER, GREEN

	}

	static class Service {

		@Concurrent
		Colour colour(int i) {
			return Colour.values()[i];
		}

	}

}
