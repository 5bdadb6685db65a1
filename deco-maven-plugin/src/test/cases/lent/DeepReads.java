package cases.lent;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Code without effects reads what is reached through its argument. */
public class DeepReads extends Case {

	Service service = service(new Service());

	Holder holder = new Holder();

	@Override
	@Synchronized
	public Object run() {
		return modified() + 10 * stored();
	}

	@Synchronized
	private int modified() {
		Box box = holder.box;
		service.change(box);
		return numberIn(holder);
	}

	@Synchronized
	private int stored() {
		int[] numbers = holder.numbers;
		numbers[0] = service.number(2);
		return elementIn(holder);
	}

	private static int numberIn(Holder holder) {
		return holder.box.number;
	}

	private static int elementIn(Holder holder) {
		return holder.numbers[0];
	}

	static class Holder {

		Box box = new Box();

		int[] numbers = new int[1];

	}

	static class Box {

		int number;

	}

	class Service {

		@Concurrent
		void change(Box box) {
			box.number = 1;
		}

		@Concurrent
		int number(int i) {
			return i;
		}

	}

}
