package cases.types;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class AllPrimitives extends Case {

	Service service = service(new Service());

	boolean z;

	byte b;

	short s;

	char c;

	int i;

	long l;

	float f;

	double d;

	String text;

	@Override
	@Synchronized
	public Object run() {
		boolean z1 = service.call(true);
		byte b1 = service.call((byte) -128);
		short s1 = service.call((short) 32767);
		char c1 = service.call('x');
		int i1 = service.call(Integer.MIN_VALUE);
		long l1 = service.call(Long.MAX_VALUE);
		float f1 = service.call(0.1f);
		double d1 = service.call(-0.0);
		z = service.call(z1);
		b = service.call(b1);
		s = service.call(s1);
		c = service.call(c1);
		i = service.call(i1);
		l = service.call(l1);
		f = service.call(f1);
		d = service.call(d1);
		text = z1 + "," + b1 + "," + s1 + "," + c1 + "," + i1 + "," + l1 + "," + f1 + "," + d1;
		return b + s + c + i + l + f + d + (z ? 1 : 0);
	}

	static class Service {

		@Concurrent
		boolean call(boolean value) {
			return !value;
		}

		@Concurrent
		byte call(byte value) {
			return (byte) (value - 1);
		}

		@Concurrent
		short call(short value) {
			return (short) (value + 1);
		}

		@Concurrent
		char call(char value) {
			return (char) (value + 1);
		}

		@Concurrent
		int call(int value) {
			return value - 1;
		}

		@Concurrent
		long call(long value) {
			return value + 1;
		}

		@Concurrent
		float call(float value) {
			return value * 3;
		}

		@Concurrent
		double call(double value) {
			return 1 / value;
		}

	}

}
