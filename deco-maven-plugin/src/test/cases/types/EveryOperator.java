package cases.types;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class EveryOperator extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int i = service.number(-17);
		int j = service.number(5);
		long l = service.wide(-1L << 40);
		long m = service.wide(7);
		float f = service.real(2.5f);
		double d = service.precise(-1e300);
		List<Object> all = new ArrayList<>();
		all.add(i + j - i * j / j % i & j | i ^ j);
		all.add(i << j >> 1 >>> j);
		all.add(-i + ~j);
		all.add(l + m - l * m / m % l & m | l ^ m);
		all.add(l << j >> 3 >>> i);
		all.add(-l);
		all.add(f + f - f * f / f % 2);
		all.add(-f);
		all.add(d + d - d * d / d % 3);
		all.add(-d);
		all.add((byte) i + (char) i + (short) i + (int) l + (int) f + (int) d);
		all.add((long) i + (long) f + (long) d);
		all.add((float) i + (float) l + (float) d);
		all.add((double) i + (double) l + (double) f);
		all.add("" + i + l + f + d);
		return all;
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
			return d;
		}

	}

}
