package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(16)
public class PureExceptionInNestedTries extends Case {

	Service service = service(new Service());

	String a = "-";

	String b = "-";

	@Override
	@Synchronized
	public Object run() {
		int[] array = { 1, 2 };
		int sum = 0;
		for (int i = 0; i < 3; i++) {
			try {
				a = service.call(i, 1);
				try {
					b = service.call(i, 2);
					sum += array[i];
				}
				catch (IllegalStateException ex) {
					sum += 100;
				}
				finally {
					sum += 1000;
				}
			}
			catch (ArrayIndexOutOfBoundsException ex) {
				sum += 10_000;
			}
			catch (Failure ex) {
				sum += 100_000;
			}
		}
		return a + b + sum;
	}

	class Service {

		@Concurrent
		String call(int i, int bit) {
			if ((input & bit) != 0 && i == input / 4) {
				throw (bit == 1) ? new Failure("call " + i) : new IllegalStateException("call " + i);
			}
			return "call " + i + bit;
		}

	}

}
