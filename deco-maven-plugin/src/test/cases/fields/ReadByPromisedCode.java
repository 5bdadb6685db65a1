package cases.fields;

import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.SideEffectFree;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** What is only promised to be side-effect-free reads fields by other means than its byte code. */
public class ReadByPromisedCode extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Point first = new Point();
		first.x = service.call(7); // forks
		Point copy = first.copy(); // waits all
		Point second = new Point();
		second.x = service.call(8); // forks
		int reflected = second.read(); // waits all
		Point third = new Point();
		third.setX(service.call(9)); // forks
		int sum = sumOf(third); // waits all
		return copy.x + reflected + sum + overlapping(); // waits: call; waits all
	}

	@Synchronized
	int overlapping() {
		Point point = new Point();
		point.x = service.overlap(1); // forks
		int zero = point.zero();
		int two = service.overlap(2); // forks
		return zero + point.x + two; // waits: overlap
	}

	static int sumOf(Point point) {
		return point.sum();
	}

	static class Point implements Cloneable {

		int x;

		void setX(int x) {
			this.x = x;
		}

		@SideEffectFree
		Point copy() {
			try {
				return (Point) super.clone();
			}
			catch (CloneNotSupportedException ex) {
				throw new IllegalStateException();
			}
		}

		@SideEffectFree
		int read() {
			try {
				return Point.class.getDeclaredField("x").getInt(this);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException();
			}
		}

		@SideEffectFree
		int sum() {
			return IntStream.range(0, 64).parallel().map((i) -> x).sum();
		}

		@SideEffectFree
		int zero() {
			return 0;
		}

	}

	class Service {

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		int overlap(int i) {
			together(2);
			return i;
		}

	}

}
