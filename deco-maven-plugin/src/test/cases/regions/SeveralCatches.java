package cases.regions;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.CheckedFailure;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(6)
public class SeveralCatches extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		String kind;
		String value = "unset";
		try {
			value = service.call(1);
			value = service.call(2);
			kind = "none";
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			kind = "illegal " + ex.getMessage();
		}
		catch (CheckedFailure ex) {
			kind = "checked";
		}
		catch (Exception ex) {
			kind = "exception";
		}
		catch (Throwable ex) {
			kind = "throwable";
		}
		return kind + value;
	}

	class Service {

		@Concurrent
		String call(int i) throws CheckedFailure {
			if (i == 2) {
				switch (input) {
					case 1:
						throw new IllegalArgumentException("argument");
					case 2:
						throw new IllegalStateException("state");
					case 3:
						throw new CheckedFailure("checked");
					case 4:
						throw new Failure("other");
					case 5:
						throw new AssertionError("error");
					default:
						break;
				}
			}
			return "value" + i;
		}

	}

}
