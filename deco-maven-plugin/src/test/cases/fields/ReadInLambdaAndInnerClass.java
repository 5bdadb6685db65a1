package cases.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class ReadInLambdaAndInnerClass extends Case {

	Service service = service(new Service());

	private int value;

	static int shared;

	@Override
	@Synchronized
	public Object run() {
		List<Integer> seen = new ArrayList<>();
		Supplier<Integer> lambda = () -> value;
		Supplier<Integer> anonymous = new Supplier<Integer>() {
			@Override
			public Integer get() {
				return value + 1;
			}
		};
		value = service.next(1);
		seen.add(lambda.get());
		value = service.next(2);
		seen.add(anonymous.get());
		value = service.next(3);
		seen.add(new Inner().read());
		value = service.next(4);
		seen.add(Other.read(this));
		shared = service.next(5);
		seen.add(Other.readShared());
		return seen;
	}

	class Inner {

		int read() {
			return value;
		}

	}

	static class Other {

		static int read(ReadInLambdaAndInnerClass o) {
			return o.value;
		}

		static int readShared() {
			return shared;
		}

	}

	static class Service {

		@Concurrent
		int next(int i) {
			return 10 * i;
		}

	}

}
