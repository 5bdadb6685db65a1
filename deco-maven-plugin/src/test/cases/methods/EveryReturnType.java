package cases.methods;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class EveryReturnType extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		nothing();
		return new Object[] { z(), b(), s(), c(), i(), l(), f(), d(), text(), array(), boxed(), unboxed() };
	}

	@Synchronized
	void nothing() {
		service.one();
	}

	@Synchronized
	boolean z() {
		return service.one() == 1;
	}

	@Synchronized
	byte b() {
		return (byte) service.one();
	}

	@Synchronized
	short s() {
		return (short) service.one();
	}

	@Synchronized
	char c() {
		return (char) service.one();
	}

	@Synchronized
	int i() {
		return service.one();
	}

	@Synchronized
	long l() {
		return service.one();
	}

	@Synchronized
	float f() {
		float f = service.one();
		return f;
	}

	@Synchronized
	double d() {
		double d = service.real();
		return d;
	}

	@Synchronized
	String text() {
		String s = service.text();
		return s;
	}

	@Synchronized
	String[] array() {
		String[] array = service.array();
		return array;
	}

	@Synchronized
	Integer boxed() {
		return service.one();
	}

	@Synchronized
	double unboxed() {
		return service.boxed();
	}

	static class Service {

		@Concurrent
		int one() {
			return 1;
		}

		@Concurrent
		double real() {
			return 2.5;
		}

		@Concurrent
		String text() {
			return "text";
		}

		@Concurrent
		String[] array() {
			return new String[] { "a" };
		}

		@Concurrent
		Double boxed() {
			return 0.5;
		}

	}

}
