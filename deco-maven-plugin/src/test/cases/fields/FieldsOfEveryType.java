package cases.fields;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class FieldsOfEveryType extends Case {

	Service service = service(new Service());

	boolean z;

	byte b;

	short s;

	char c;

	int i;

	long l;

	float f;

	double d;

	int[] array;

	Object any;

	static double shared;

	@Override
	public Object run() {
		fill(this);
		FieldsOfEveryType other = new FieldsOfEveryType();
		fill(other);
		return other;
	}

	@Synchronized
	void fill(FieldsOfEveryType to) {
		to.z = service.one() == 1;
		to.b = (byte) service.one();
		to.s = (short) service.one();
		to.c = service.letter();
		to.i = service.one();
		to.l = service.wide();
		to.f = service.real();
		to.d = service.precise();
		to.array = service.array();
		to.any = service.array();
		shared = service.precise();
		to.l = service.one();
		to.d = service.real();
		to.any = service.wide();
	}

	static class Service {

		@Concurrent
		int one() {
			return 1;
		}

		@Concurrent
		char letter() {
			return 'x';
		}

		@Concurrent
		long wide() {
			return 1L << 60;
		}

		@Concurrent
		float real() {
			return 0.1f;
		}

		@Concurrent
		double precise() {
			return 0.1;
		}

		@Concurrent
		int[] array() {
			return new int[] { 1, 2 };
		}

	}

}
