package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Pure code fails in a try while calls from inside and from outside are pending. */
@Inputs(36)
public class PureExceptionInTry extends Case {

	Service service = service(new Service());

	String inside = "-";

	@Override
	@Synchronized
	public Object run() {
		Object text = "text";
		int[] array = { 1 };
		Cell none = null;
		Integer noNumber = null;
		int x = 0;
		service.call(1);
		try {
			inside = service.call(2);
			switch (input / 4) {
				case 0:
					x = array[1];
					break;
				case 1:
					x = 1 / x;
					break;
				case 2:
					x = ((Integer) text).intValue();
					break;
				case 3:
					x = none.value;
					break;
				case 4:
					x = new int[x - 1].length;
					break;
				case 5:
					x = noNumber;
					break;
				case 6:
					throw new IllegalStateException("own");
				case 7:
					x = array.length;
					break;
				default:
					x = Math.floorMod(1, x);
					break;
			}
		}
		catch (Failure ex) {
			return "failure " + ex.getMessage() + inside + x;
		}
		catch (RuntimeException ex) {
			return ex.getClass() + inside + x;
		}
		finally {
			effect("finally " + inside);
		}
		return inside + x;
	}

	static class Cell {

		int value;

	}

	class Service {

		@Concurrent
		String call(int bit) {
			if ((input & bit) != 0) {
				throw new Failure("call " + bit);
			}
			return "call " + bit;
		}

	}

}
