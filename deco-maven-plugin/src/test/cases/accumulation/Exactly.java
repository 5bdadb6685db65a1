package cases.accumulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Overflow, rounding, casts and their failures are those of the sequential program, in its order. */
@Inputs(3)
public class Exactly extends Case {

	Service service = service(new Service());

	List<Object> results = new ArrayList<>();

	long field;

	@Override
	@Synchronized
	public Object run() {
		int overflow = Integer.MAX_VALUE;
		float rounding = 1e8f;
		double drift = 0.1;
		long shifted = 1;
		byte small = 100;
		Integer boxed = 5;
		char letter = 'a';
		BigInteger big = BigInteger.ONE;
		for (int i = 1; i <= 4; i++) {
			overflow += service.call(i);
			rounding = rounding + service.call(i) - 1e8f;
			drift += service.call(i) * 0.1;
			shifted <<= service.call(i) & 3;
			small += service.call(i);
			boxed = boxed + service.call(i);
			letter += service.call(i);
			big = big.multiply(BigInteger.valueOf(service.call(i))).add(big);
			field += service.call(i);
			results.add(i * 2 - service.call(i));
		}
		int quotient = 100;
		try {
			for (int i = 4; i >= -1; i--) {
				quotient = quotient / service.call(i) + 10 % service.call(i);
				results.add(quotient);
			}
		}
		catch (ArithmeticException ex) {
			effect("divided by zero " + quotient + results);
		}
		int remainder = 7 % service.zero();
		effect("not reached");
		return List.of(overflow, rounding, drift, shifted, small, boxed, letter, big, remainder);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == 1 && i == 3) {
				throw new Failure("call " + i);
			}
			return i;
		}

		@Concurrent
		int zero() {
			return input == 2 ? 1 : 0;
		}

	}

}
