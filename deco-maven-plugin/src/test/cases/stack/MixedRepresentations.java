package cases.stack;

import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Pending and plain values of all sizes meet on the stack and in one variable. */
@Inputs(3)
public class MixedRepresentations extends Case {

	Service service = service(new Service());

	long wide;

	double fraction;

	long[] wides = new long[4];

	Object any;

	static int shared;

	@Override
	public Object run() {
		List<Object> all = new ArrayList<>();
		all.add(chained());
		all.add(ternaries(input == 1));
		all.add(parameter(input == 1, 7L, input));
		all.add(counters());
		all.add(conditions());
		all.add(narrow());
		all.add(yields(input));
		all.add(loops());
		all.add(nested(input == 1));
		all.add(compound());
		return all;
	}

	@Synchronized
	String chained() {
		long a;
		long b = a = service.wide(1);
		wides[0] = wide = service.wide(2);
		double c = fraction = service.fraction(3);
		Object d = any = service.text(4);
		int e = shared = service.number(5);
		return a + " " + b + " " + c + " " + d + " " + e + " " + wide + " " + wides[0] + any + shared;
	}

	@Synchronized
	String ternaries(boolean first) {
		long v = first ? service.wide(1) : 5L;
		double w = first ? 1.5 : service.fraction(2);
		Object o = first ? service.boxed(3) : service.text(3);
		int n = service.number(4) + (first ? service.number(5) : 6);
		boolean b = first ? service.flag(1) : !service.flag(2);
		return v + " " + w + " " + o + " " + n + " " + b;
	}

	@Synchronized
	long parameter(boolean assign, long value, int number) {
		if (assign) {
			value = service.wide(3);
			number = service.number(4);
		}
		value++;
		number += 2;
		return value * 31 + number;
	}

	@Synchronized
	int counters() {
		int x = service.number(1);
		x++;
		int sum = x;
		for (int i = service.number(2); i < 6; i++) {
			sum += i;
			x += 3;
		}
		int y = service.number(3);
		int z = y++ + ++y;
		return sum + x + y + z;
	}

	@Synchronized
	String conditions() {
		String text = "";
		if (service.flag(1) && !service.flag(2)) {
			text += "and";
		}
		boolean b = service.flag(3);
		b ^= true;
		boolean c = service.flag(4) | b & service.flag(5);
		return text + b + c;
	}

	@Synchronized
	String narrow() {
		byte b = (byte) service.number(300);
		char c = (char) service.number(65);
		short s = (short) service.wide(70000);
		float f = service.number(3);
		double d = service.wide(4);
		int i = service.letter(2);
		Integer boxed = service.number(5);
		int unboxed = service.boxed(6);
		long widened = service.boxed(7);
		return b + " " + c + " " + s + " " + f + " " + d + " " + i + " " + boxed + " " + unboxed + " " + widened;
	}

	@Synchronized
	String yields(int i) {
		String chosen = switch (i) {
			case 0 -> service.text(0);
			case 1 -> {
				String inner = service.text(1);
				yield inner;
			}
			default -> "none";
		};
		int number = switch (chosen) {
			case "text0" -> service.number(1);
			case "none" -> 3;
			default -> service.number(2);
		};
		return chosen + number;
	}

	@Synchronized
	String loops() {
		StringBuilder text = new StringBuilder();
		outer: for (int i = 0; i < 4; i++) {
			try {
				for (int j = 0; j < 4; j++) {
					int n = service.number(i * j);
					try {
						if (j == 2) {
							continue outer;
						}
						service.check(i + j);
						if (i == 3) {
							break outer;
						}
					}
					finally {
						service.number(j);
					}
					text.append(n);
				}
			}
			catch (Failure ex) {
				text.append(ex.getMessage());
			}
		}
		return text.toString();
	}

	@Synchronized
	String nested(boolean first) {
		return service.join(first ? service.text(1) : null, service.join(service.text(2), service.text(3)));
	}

	@Synchronized
	long compound() {
		long x = service.wide(1);
		x += service.wide(2);
		x <<= service.number(2);
		wides[service.number(1)] += service.wide(3);
		wides[service.number(2)]++;
		int[] numbers = { service.number(1), service.number(2) };
		numbers[0] -= service.number(7);
		return x + wides[1] + wides[2] + numbers[0] + numbers[1];
	}

	class Service {

		@Concurrent
		int number(int i) {
			return i;
		}

		@Concurrent
		long wide(long i) {
			return i * 10_000_000_000L;
		}

		@Concurrent
		double fraction(int i) {
			return i / 4.0;
		}

		@Concurrent
		boolean flag(int i) {
			return i % 2 == 1;
		}

		@Concurrent
		char letter(int i) {
			return (char) ('a' + i);
		}

		@Concurrent
		Integer boxed(int i) {
			return 1000 + i;
		}

		@Concurrent
		String text(int i) {
			return "text" + i;
		}

		@Concurrent
		String join(String a, String b) {
			return a + "," + b;
		}

		@Concurrent
		void check(int i) {
			if (i == input + 1) {
				throw new Failure("no " + i);
			}
		}

	}

}
