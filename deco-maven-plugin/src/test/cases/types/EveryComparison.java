package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class EveryComparison extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		StringBuilder log = new StringBuilder();
		int i = service.number(input - 1);
		int j = service.number(0);
		log.append(i < j).append(i <= j).append(i > j).append(i >= j).append(i == j).append(i != j);
		log.append(service.number(input) > 0).append(service.number(input) == 0).append(service.number(1) < input);
		long l = service.wide(input - 1L);
		log.append(l < 0).append(l >= service.wide(1)).append(l == j);
		float f = service.real(input);
		log.append(f > 1).append(f <= Float.NaN).append(f < 0.5f);
		double d = service.precise(input);
		log.append(d > Double.NaN).append(d >= 1).append(d < 1).append(d != d);
		String s = service.text(input);
		String t = service.text(1);
		log.append(s == null).append(s != t).append(t != null).append(s == t);
		while (service.number(i++) < 3) {
			log.append(i);
		}
		return log.toString();
	}

	static class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		long wide(long l) {
			return l;
		}

		@Concurrent
		float real(float f) {
			return f;
		}

		@Concurrent
		double precise(double d) {
			return (d == 2) ? Double.NaN : d;
		}

		@Concurrent
		String text(int i) {
			return (i == 0) ? null : "same";
		}

	}

}
