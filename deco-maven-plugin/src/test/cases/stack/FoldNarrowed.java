package cases.stack;
import io.deco.*;
import io.deco.oracle.api.*;
import java.util.*;

public class FoldNarrowed extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int sum = 0;
		for (String s : List.of("a", "b")) {
			sum += service.scale(1.5, 2f);
		}
		return 0;
	}

	static class Service {

		@Concurrent
		double scale(double a, float b) {
			return a * b + 0.1;
		}

	}

}
