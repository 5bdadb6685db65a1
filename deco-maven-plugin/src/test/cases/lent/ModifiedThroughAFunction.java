package cases.lent;

import java.util.function.Consumer;

import io.deco.Concurrent;
import io.deco.Modifies;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Only the annotation says that an argument is modified. */
public class ModifiedThroughAFunction extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Box box = new Box();
		int first = service.change(box);
		int seen = box.number;
		int second = service.change(box);
		int read = service.read(box);
		return seen + " " + box.number + " " + read + " " + first + second;
	}

	static class Box {

		int number;

	}

	class Service {

		Consumer<Box> change = (box) -> box.number++;

		@Concurrent
		int change(@Modifies Box box) {
			change.accept(box);
			return 7;
		}

		@Concurrent
		int read(Box box) {
			return box.number;
		}

	}

}
